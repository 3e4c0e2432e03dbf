// One item: its model to turn, what is known of it, what is like it, and its photo beside it.
import { get, post } from "trivium-page/api.js";
import viewer from "trivium-page/viewer.js";

const inOwnUnits = (point) => `Point ${point.map((v) => v.toPrecision(3)).join(", ")}, in the model's own units.`;

export default {
  components: { viewer },
  props: { id: String, photos: Array, marked: Array, library: Object },
  emits: ["close", "open", "mark"],
  template: `
    <div class="sheet" role="dialog" aria-modal="true" :aria-label="item ? item.name : 'Item'" @click.self="$emit('close')">
      <div class="panel detail" ref="panel" tabindex="-1">
        <button class="close" aria-label="Close (Escape)" @click="$emit('close')">\u00d7</button>
        <p v-if="wrong" class="wrong">{{ wrong }}</p>
        <template v-if="item">
          <h2>{{ item.name }}</h2>
          <div class="sides">
            <viewer :src="item.model" :points="point ? [point] : []" @pick="picked" />
            <figure v-if="photos.length" class="photo">
              <div class="stage"><img :src="photos[shown].url" :alt="photos[shown].name" @click="pixel" />
                <span v-if="spot" class="spot" :style="{ left: spot[0] + '%', top: spot[1] + '%' }"></span></div>
              <figcaption>Click the photo or the model: the same point lights up in the other.</figcaption>
              <div v-if="photos.length > 1" class="row"><button v-for="(p, i) in photos" :key="p.url" :aria-pressed="i === shown"
                @click="shown = i; spot = null">{{ i + 1 }}</button></div>
            </figure>
          </div>
          <p v-if="said" class="hint" role="status">{{ said }}</p>
          <div class="row">
            <a class="button" :href="item.model" :download="item.name + '.glb'">Save as GLB</a>
            <button @click="$emit('mark', item.id)">{{ marked.includes(item.id) ? "Do not compare" : "Compare" }}</button>
          </div>
          <dl>
            <template v-for="(value, name) in facts" :key="name"><dt>{{ name }}</dt><dd>{{ value }}</dd></template>
          </dl>
          <h3>Like this one</h3>
          <div class="strip"><button v-for="hit in similar" :key="hit.id" class="shot" :title="hit.name" @click="$emit('open', hit.id)">
            <img :src="hit.thumbnail" :alt="hit.name" loading="lazy" width="112" height="112" /><span>{{ hit.name }}</span></button></div>
        </template>
      </div>
    </div>`,
  data: () => ({ item: null, similar: [], wrong: "", said: "", point: null, spot: null, shown: 0 }),
  computed: {
    facts() {
      const i = this.item;
      const facts = {
        category: i.category, licence: i.licence, file: i.path, format: i.format, colours: i.textured,
        faces: i.kind === "mesh" ? i.faces.toLocaleString() : "", points: i.kind === "points" ? i.points.toLocaleString() : "",
        "largest extent": i.size.toPrecision(3), bytes: i.bytes.toLocaleString(),
      };
      return Object.fromEntries(Object.entries(facts).filter(([, value]) => value));
    },
  },
  watch: { id: { immediate: true, handler: "load" } },
  mounted() {
    this.$refs.panel.focus();
  },
  methods: {
    async load() {
      const id = this.id;
      Object.assign(this, { item: null, similar: [], wrong: "", said: "", point: null, spot: null, shown: 0 });
      try {
        const item = await get(`/v1/items/${id}`);
        if (id !== this.id) return;
        this.item = item;
        const similar = await get(`/v1/items/${id}/similar`, [["top_k", 12]]);
        if (id === this.id) this.similar = similar.hits;
      } catch (error) {
        if (id === this.id) this.wrong = error.message;
      }
    },
    pixel(event) {
      const image = event.target, box = image.getBoundingClientRect();
      const at = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
      this.spot = at.map((share) => 100 * share);
      const asked = `${Math.floor(at[0] * image.naturalWidth)},${Math.floor(at[1] * image.naturalHeight)}`;
      this.match("pixels", asked, ({ pixels: [found] }) => {
        this.point = found.point;
        return found.point ? inOwnUnits(found.point) : "The photo does not show this model there.";
      });
    },
    picked(point) {
      this.point = point;
      this.said = inOwnUnits(point);
      if (!this.photos.length) return;
      const image = this.$el.querySelector(".photo img");
      this.match("points", point.join(","), ({ points: [found] }) => {
        const [x, y] = found.pixel;
        this.spot = found.visible ? [(100 * x) / image.naturalWidth, (100 * y) / image.naturalHeight] : null;
        return found.visible ? inOwnUnits(point) : `${inOwnUnits(point)} The photo does not show it.`;
      });
    },
    async match(kind, asked, show) {
      const photo = this.photos[this.shown], id = this.id, form = new FormData();
      form.append("image", photo.blob, photo.name);
      form.append("item", id);
      form.append(kind, asked);
      this.said = "Looking ...";
      try {
        const found = await post("/v1/match", form);
        if (id !== this.id) return;
        this.said = show(found) + (found.doubtful ? " The photo hardly fits this model: it may show something else." : "");
      } catch (error) {
        if (id === this.id) this.said = error.message;
      }
    },
  },
};
