// The whole collection as a map: what looks alike lies together. Hover to see, draw around some to keep only those.
import { get } from "trivium-page/api.js";

const NAMED = 9; // categories in the legend: the largest

// The same colour for the same category, also tomorrow.
function colorOf(category) {
  let hash = 7;
  for (const letter of category) hash = (hash * 31 + letter.codePointAt(0)) % 9973;
  return category ? `hsl(${(hash * 47) % 360} 62% 48%)` : "#868e96";
}

export default {
  props: { chosen: Array },
  emits: ["open", "choose"],
  template: `
    <div class="map">
      <p class="hint">Drag around some points to keep only those; click one to open it.
        <button v-if="chosen.length" @click="$emit('choose', [])">Show all again</button></p>
      <p v-if="wrong" class="wrong">{{ wrong }}</p>
      <div class="stage" ref="stage">
        <canvas ref="canvas" aria-label="Map of the collection" @pointerdown="begin" @pointermove="over" @pointerup="end" @pointerleave="near = null"></canvas>
        <figure v-if="near" class="tip" :style="{ left: near.left + 'px', top: near.top + 'px' }">
          <img :src="'/v1/items/' + near.id + '/thumbnail'" :alt="near.name" width="112" height="112" /><figcaption>{{ near.name }}</figcaption></figure>
      </div>
      <div class="row legend"><span v-for="name in legend" :key="name"><i :style="{ background: colorOf(name) }"></i>{{ name }}</span></div>
    </div>`,
  data: () => ({ points: [], near: null, wrong: "", legend: [] }),
  async mounted() {
    this.sizes = new ResizeObserver(() => this.draw());
    this.sizes.observe(this.$refs.stage);
    try {
      this.points = (await get("/v1/map")).points;
    } catch (error) {
      this.wrong = error.message;
    }
    const counts = new Map();
    for (const p of this.points) counts.set(p.category, (counts.get(p.category) || 0) + 1);
    this.legend = [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name).filter(Boolean).slice(0, NAMED);
    this.draw();
  },
  beforeUnmount() {
    this.sizes.disconnect();
  },
  watch: {
    chosen() {
      this.draw();
    },
  },
  methods: {
    colorOf,
    place(point) {
      const { clientWidth: w, clientHeight: h } = this.$refs.stage;
      return [12 + point.x * (w - 24), 12 + point.y * (h - 24)];
    },
    at(event) {
      const box = this.$refs.canvas.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    },
    begin(event) {
      this.lasso = [this.at(event)];
      this.$refs.canvas.setPointerCapture(event.pointerId);
    },
    over(event) {
      const [x, y] = this.at(event);
      if (this.lasso) {
        this.lasso.push([x, y]);
        return this.draw();
      }
      let best = null;
      let least = 14;
      for (const point of this.points) {
        const [px, py] = this.place(point);
        const distance = Math.hypot(px - x, py - y);
        if (distance < least) [best, least] = [{ ...point, left: px, top: py }, distance];
      }
      this.near = best;
    },
    end() {
      const lasso = this.lasso || [];
      this.lasso = null;
      const long = lasso.reduce((sum, p, i) => (i ? sum + Math.hypot(p[0] - lasso[i - 1][0], p[1] - lasso[i - 1][1]) : 0), 0);
      if (long < 12) {
        if (this.near) this.$emit("open", this.near.id);
        return this.draw();
      }
      const shape = new Path2D();
      lasso.forEach(([x, y], i) => (i ? shape.lineTo(x, y) : shape.moveTo(x, y)));
      shape.closePath();
      const pen = this.$refs.canvas.getContext("2d");
      pen.setTransform(1, 0, 0, 1, 0, 0);
      this.$emit("choose", this.points.filter((p) => pen.isPointInPath(shape, ...this.place(p))).map((p) => p.id));
      this.draw();
    },
    draw() {
      const { clientWidth: w, clientHeight: h } = this.$refs.stage || {};
      if (!w || !h) return;
      const canvas = this.$refs.canvas;
      const ratio = window.devicePixelRatio;
      canvas.width = w * ratio;
      canvas.height = h * ratio;
      const pen = canvas.getContext("2d");
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      const kept = new Set(this.chosen);
      for (const point of this.points) {
        pen.globalAlpha = !kept.size || kept.has(point.id) ? 0.85 : 0.12;
        pen.fillStyle = colorOf(point.category);
        pen.beginPath();
        pen.arc(...this.place(point), 4, 0, 7);
        pen.fill();
      }
      pen.globalAlpha = 1;
      if (this.lasso) {
        pen.strokeStyle = "#868e96";
        pen.setLineDash([4, 4]);
        pen.beginPath();
        this.lasso.forEach(([x, y], i) => (i ? pen.lineTo(x, y) : pen.moveTo(x, y)));
        pen.stroke();
      }
    },
  },
};
