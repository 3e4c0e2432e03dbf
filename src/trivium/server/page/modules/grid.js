// Thumbnails with names and scores. Thousands are fine: pictures load when they come near, and so do more hits.
export default {
  props: { hits: Array, marked: Array, more: Boolean },
  emits: ["open", "mark", "more"],
  template: `
    <div class="grid" ref="grid" role="list" @keydown="move">
      <div v-for="hit in hits" :key="hit.id" class="card" role="listitem" :class="{ marked: marked.includes(hit.id) }">
        <button class="shot" :data-id="hit.id" :title="hit.path" @click="$emit('open', hit.id)">
          <img :src="hit.thumbnail" :alt="hit.name" loading="lazy" decoding="async" width="224" height="224" />
        </button>
        <div class="name" :title="hit.name">{{ hit.name }}</div>
        <div class="under">
          <span class="kind">{{ hit.category }}</span>
          <span v-if="hit.score !== undefined" class="score" title="How alike, at most 1">{{ hit.score.toFixed(2) }}</span>
          <button class="mark" :aria-pressed="marked.includes(hit.id)" :aria-label="'Compare ' + hit.name" title="Compare (c)"
            @click="$emit('mark', hit.id)">{{ marked.includes(hit.id) ? "\u2713" : "+" }}</button>
        </div>
      </div>
      <div ref="end" class="end"></div>
    </div>`,
  mounted() {
    this.watcher = new IntersectionObserver(
      (seen) => seen[0].isIntersecting && this.more && this.$emit("more"),
      { rootMargin: "800px" },
    );
    this.watcher.observe(this.$refs.end);
  },
  updated() {
    // An observer tells changes only: if the new cards did not push the end out of sight, it has to look again.
    this.watcher.unobserve(this.$refs.end);
    this.watcher.observe(this.$refs.end);
  },
  beforeUnmount() {
    this.watcher.disconnect();
  },
  methods: {
    move(event) {
      const cards = [...this.$refs.grid.querySelectorAll(".shot")];
      const at = cards.indexOf(document.activeElement);
      if (at < 0) return;
      if (event.key === "c") return this.$emit("mark", cards[at].dataset.id);
      const columns = getComputedStyle(this.$refs.grid).gridTemplateColumns.split(" ").length;
      const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key];
      if (!step) return;
      event.preventDefault();
      cards[Math.min(Math.max(at + step, 0), cards.length - 1)].focus();
    },
  },
};
