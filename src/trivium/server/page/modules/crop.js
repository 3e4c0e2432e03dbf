// A photo, cut to the object: drag a frame over it. Gives a new picture; the file stays as it is.
export default {
  props: { url: String },
  emits: ["cut", "close"],
  template: `
    <div class="sheet" role="dialog" aria-label="Cut the photo" @keydown.esc="$emit('close')" @click.self="$emit('close')">
      <div class="panel crop">
        <p>Drag a frame around the object: what is beside it misleads the search.</p>
        <div class="stage" ref="stage" @pointerdown.prevent="begin" @pointermove="grow" @pointerup="drawing = false">
          <img :src="url" ref="picture" alt="The photo" draggable="false" />
          <div v-if="box" class="frame" :style="style"></div>
        </div>
        <div class="row end">
          <button @click="$emit('close')">Cancel</button>
          <button class="main" :disabled="!large" @click="cut" ref="use">Use the frame</button>
        </div>
      </div>
    </div>`,
  data: () => ({ box: null, drawing: false }),
  computed: {
    style() {
      const [x, y, w, h] = this.box.map((v) => `${100 * v}%`);
      return { left: x, top: y, width: w, height: h };
    },
    large() {
      return this.box && this.box[2] > 0.02 && this.box[3] > 0.02;
    },
  },
  mounted() {
    this.$refs.use.focus();
  },
  methods: {
    at(event) {
      const box = this.$refs.picture.getBoundingClientRect();
      const inside = (v) => Math.min(Math.max(v, 0), 1);
      return [inside((event.clientX - box.left) / box.width), inside((event.clientY - box.top) / box.height)];
    },
    begin(event) {
      this.from = this.at(event);
      this.box = [...this.from, 0, 0];
      this.drawing = true;
      this.$refs.stage.setPointerCapture(event.pointerId);
    },
    grow(event) {
      if (!this.drawing) return;
      const [x, y] = this.at(event);
      const [fx, fy] = this.from;
      this.box = [Math.min(x, fx), Math.min(y, fy), Math.abs(x - fx), Math.abs(y - fy)];
    },
    cut() {
      const { naturalWidth: width, naturalHeight: height } = this.$refs.picture;
      const [x, y, w, h] = this.box;
      const canvas = document.createElement("canvas");
      canvas.width = Math.round(w * width);
      canvas.height = Math.round(h * height);
      canvas
        .getContext("2d")
        .drawImage(this.$refs.picture, x * width, y * height, w * width, h * height, 0, 0, canvas.width, canvas.height);
      canvas.toBlob((blob) => this.$emit("cut", blob), "image/jpeg", 0.95);
    },
  },
};
