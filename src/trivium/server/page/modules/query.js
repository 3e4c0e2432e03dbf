// What is searched for: words, photos, a shape; how much each counts; and what the hits must be.
import crop from "trivium-page/crop.js";

export default {
  components: { crop },
  props: { query: Object, library: Object, busy: Boolean },
  emits: ["search", "files", "changed"],
  template: `
    <form class="query" role="search" @submit.prevent="$emit('search')">
      <div class="row">
        <input class="words" ref="words" type="search" v-model="query.text" placeholder="What does it look like?" enterkeyhint="search"
          aria-label="What does it look like?" autocomplete="off" />
        <label class="button" title="Photos of one object, or one 3D file; dropping or pasting them works too">
          <input type="file" multiple hidden :accept="accept" @change="pick" />Add photos or a shape
        </label>
        <button class="main" type="submit" :disabled="busy">{{ busy ? "Searching\u2026" : "Search" }}</button>
      </div>
      <div v-if="query.photos.length || query.shape" class="row parts">
        <figure v-for="(photo, i) in query.photos" :key="photo.url" class="part">
          <img :src="photo.url" :alt="photo.name" @click="cutting = i" title="Click to cut it to the object" />
          <button type="button" class="away" :aria-label="'Remove ' + photo.name" @click="drop(i)">\u00d7</button>
        </figure>
        <figure v-if="query.shape" class="part file"><span>{{ query.shape.name }}</span>
          <button type="button" class="away" aria-label="Remove the shape" @click="query.shape = null; $emit('changed')">\u00d7</button>
        </figure>
        <span v-if="query.photos.length" class="hint">Click a photo to cut it to the object.</span>
      </div>
      <details class="more" :open="mixed">
        <summary>Weights, words to avoid, names</summary>
        <div class="row">
          <label v-for="kind in kinds" :key="kind" class="weight">{{ kind }}
            <input type="range" min="0" max="3" step="0.1" v-model.number="query.weights[kind]" @change="$emit('changed')" />
            <output>{{ query.weights[kind].toFixed(1) }}</output></label>
          <label class="weight">without <input v-model="query.without" placeholder="red" @change="$emit('changed')" /></label>
          <label class="weight"><input type="checkbox" v-model="query.names" @change="$emit('changed')" /> search names too</label>
        </div>
      </details>
      <div class="row chips" role="group" aria-label="Filters">
        <button v-for="chip in chips" :key="chip.filter" type="button" class="chip" :aria-pressed="query.filters.includes(chip.filter)"
          @click="toggle(chip.filter)">{{ chip.label }} <small>{{ chip.count }}</small></button>
        <input v-if="rest > 0" class="chip" list="kinds" :placeholder="rest + ' more kinds'" aria-label="Another kind" @change="choose" />
        <datalist id="kinds"><option v-for="chip in known" :key="chip.filter" :value="chip.label"></option></datalist>
        <button v-for="filter in own" :key="filter" type="button" class="chip" aria-pressed="true" @click="toggle(filter)">{{ filter }} \u00d7</button>
        <input class="chip" v-model="typed" placeholder="faces<=5000" aria-label="A filter, such as faces<=5000" @keydown.enter.prevent="add" />
      </div>
      <crop v-if="cutting !== null" :url="query.photos[cutting].url" @close="cutting = null" @cut="cut" />
    </form>`,
  data: () => ({ cutting: null, typed: "" }),
  computed: {
    accept() {
      return ["image/*", ...(this.library ? this.library.accepts : [])].join();
    },
    kinds() {
      return [
        this.query.text && "text",
        this.query.photos.length && "images",
        this.query.shape && "shape",
        this.query.without && "without",
      ].filter(Boolean);
    },
    mixed() {
      return this.kinds.length > 1;
    },
    known() {
      const { categories = {}, formats = {} } = this.library || {};
      const chips = (field, counts) =>
        Object.entries(counts).map(([value, count]) => ({ filter: `${field}=${value}`, label: value, count }));
      const named = chips("category", categories).filter((c) => c.label);
      return [...named, ...(Object.keys(formats).length > 1 ? chips("format", formats) : [])];
    },
    chips() {
      const chosen = this.known.filter((c) => this.query.filters.includes(c.filter));
      return [...new Set([...this.known.slice(0, 8), ...chosen])];
    },
    rest() {
      return this.known.length - this.chips.length;
    },
    own() {
      const known = new Set(this.known.map((c) => c.filter));
      return this.query.filters.filter((f) => !known.has(f));
    },
  },
  methods: {
    focus() {
      this.$refs.words.focus();
      this.$refs.words.select();
    },
    pick(event) {
      this.$emit("files", [...event.target.files]);
      event.target.value = "";
    },
    drop(i) {
      URL.revokeObjectURL(this.query.photos[i].url);
      this.query.photos.splice(i, 1);
      this.$emit("changed");
    },
    cut(blob) {
      const photo = this.query.photos[this.cutting];
      URL.revokeObjectURL(photo.url);
      this.query.photos.splice(this.cutting, 1, { blob, name: photo.name, url: URL.createObjectURL(blob) });
      this.cutting = null;
      this.$emit("changed");
    },
    toggle(filter) {
      const field = filter.split("=")[0];
      const there = this.query.filters.includes(filter);
      const one = ["category", "format"].includes(field); // an item has one of them
      this.query.filters = this.query.filters.filter((f) => f !== filter && !(one && f.startsWith(`${field}=`)));
      if (!there) this.query.filters.push(filter);
      this.$emit("changed");
    },
    choose(event) {
      const chip = this.known.find((c) => c.label === event.target.value);
      event.target.value = "";
      if (chip && !this.query.filters.includes(chip.filter)) this.toggle(chip.filter);
    },
    add() {
      if (this.typed.trim() && !this.query.filters.includes(this.typed.trim())) this.query.filters.push(this.typed.trim());
      this.typed = "";
      this.$emit("changed");
    },
  },
};
