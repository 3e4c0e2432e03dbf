// The page as a whole: it knows what is searched and what was found, and keeps the address in step.
import * as address from "trivium-page/address.js";
import { get, post } from "trivium-page/api.js";
import atlas from "trivium-page/atlas.js";
import compare from "trivium-page/compare.js";
import detail from "trivium-page/detail.js";
import grid from "trivium-page/grid.js";
import query from "trivium-page/query.js";
import state from "trivium-page/state.js";

const PAGE = 60; // hits that are asked for at once
const PICTURE = /\.(png|jpe?g|webp|bmp|gif|tiff?)$/i;
const nothing = () => ({
  text: "", without: "", names: false, filters: [], photos: [], shape: null,
  weights: { text: 1, images: 1, shape: 1, without: 0.5 },
});

export default {
  components: { atlas, compare, detail, grid, query, state },
  template: `
    <div class="trivium" :data-theme="theme" @dragover.prevent="dragging = true" @dragleave.self="dragging = false" @drop.prevent="drop">
      <header>
        <a class="brand" href="/" @click.prevent="reset">trivium</a>
        <span class="hint" v-if="library">{{ library.items.toLocaleString() }} models</span>
        <nav>
          <button v-for="v in views" :key="v" :aria-pressed="view === v" @click="look(v)">{{ v }}<small v-if="v === 'state' && library && library.failed"> {{ library.failed }}</small></button>
          <button @click="theme = dark ? 'light' : 'dark'" :aria-label="dark ? 'Light' : 'Dark'" title="Light or dark">{{ dark ? "\u2600" : "\u263e" }}</button>
          <button @click="help = !help" aria-label="Keys" title="Keys (?)">?</button>
        </nav>
      </header>
      <query ref="query" :query="asked" :library="library" :busy="busy" @search="search" @changed="search" @files="add" />
      <p v-if="wrong" class="wrong" role="alert">{{ wrong }}</p>
      <section class="body">
        <template v-if="view === 'results'">
          <p class="hint told" role="status">{{ told }} <button v-if="chosen.length" @click="chosen = []">chosen on the map: show all</button></p>
          <grid :hits="shown" :marked="marked" :more="more && !chosen.length" @open="show" @mark="mark" @more="next" />
        </template>
        <atlas v-else-if="view === 'map'" :chosen="chosen" @open="show" @choose="choose" />
        <state v-else-if="library" :library="library" @changed="refresh" />
      </section>
      <div v-if="marked.length && !comparing" class="tray"><span>{{ marked.length }} to compare</span>
        <button class="main" :disabled="marked.length < 2" @click="comparing = true">Compare</button><button @click="marked = []">Clear</button></div>
      <detail v-if="open && library" :id="open" :photos="asked.photos" :marked="marked" :library="library" @close="show(null)" @open="show" @mark="mark" />
      <compare v-if="comparing" :ids="marked" @close="comparing = false" @mark="mark" />
      <div v-if="help" class="sheet" @click="help = false"><div class="panel keys" role="dialog" aria-label="Keys"><h2>Keys</h2><dl>
        <dt>/</dt><dd>to the search box</dd><dt>arrows</dt><dd>from result to result</dd><dt>Enter</dt><dd>open it</dd>
        <dt>c</dt><dd>mark it to compare</dd><dt>Esc</dt><dd>close what is open</dd><dt>?</dt><dd>this list</dd></dl></div></div>
      <div v-if="dragging" class="veil drop">Drop photos of one object, or a 3D file</div>
    </div>`,
  data: () => ({
    asked: nothing(), library: null, hits: [], more: false, busy: false, wrong: "", took: 0, browsing: true,
    view: "results", views: ["results", "map", "state"], open: null, marked: [], comparing: false, chosen: [],
    dragging: false, help: false, theme: null, saved: null, systemDark: false,
  }),
  computed: {
    dark() {
      return this.theme ? this.theme === "dark" : this.systemDark;
    },
    shown() {
      const kept = new Set(this.chosen);
      return kept.size ? this.hits.filter((hit) => kept.has(hit.id)) : this.hits;
    },
    told() {
      if (this.browsing) return this.hits.length ? "All models, by file." : "";
      return this.hits.length ? `Best first, in ${this.took.toFixed(0)} ms.` : this.busy ? "" : "Nothing found: fewer filters may help.";
    },
  },
  async mounted() {
    const scheme = window.matchMedia("(prefers-color-scheme: dark)");
    this.systemDark = scheme.matches;
    scheme.addEventListener("change", (e) => (this.systemDark = e.matches));
    window.addEventListener("popstate", () => this.fromAddress());
    window.addEventListener("keydown", (e) => this.key(e));
    window.addEventListener("paste", (e) => e.clipboardData.files.length && this.add([...e.clipboardData.files]));
    await Promise.all([this.refresh(), this.fromAddress()]);
  },
  methods: {
    async refresh() {
      this.library = await get("/v1/library").catch((error) => ((this.wrong = error.message), null));
    },
    async fromAddress() {
      const { photos, open, view, ...words } = address.read();
      this.asked = { ...nothing(), ...words };
      this.open = open;
      this.view = this.views.includes(view) ? view : "results";
      this.saved = photos;
      if (photos) await this.restore(photos);
      await this.search({ keep: true });
    },
    async restore(id) {
      try {
        const kept = await get(`/v1/queries/${id}`);
        for (const part of kept.images) {
          const blob = await (await fetch(part.address)).blob();
          this.asked.photos.push({ blob, name: part.name, url: URL.createObjectURL(blob) });
        }
        if (kept.shape) this.asked.shape = new File([await (await fetch(kept.shape.address)).blob()], kept.shape.name);
      } catch (error) {
        this.wrong = error.message;
      }
    },
    toAddress(replace = false) {
      const { text, without, names, filters } = this.asked;
      address.write({ text, without, names, filters, photos: this.saved, open: this.open, view: this.view }, { replace });
    },
    reset() {
      this.asked = nothing();
      this.saved = null;
      this.open = null;
      this.view = "results";
      this.search();
    },
    look(view) {
      this.view = view;
      this.toAddress();
    },
    async add(files) {
      if (!this.library) await this.refresh(); // files may come before the page knows what it takes
      if (!this.library) return; // and has said why
      for (const file of files) {
        if (file.type.startsWith("image/") || PICTURE.test(file.name)) {
          this.asked.photos.push({ blob: file, name: file.name, url: URL.createObjectURL(file) });
        } else if (this.library.accepts.some((ending) => file.name.toLowerCase().endsWith(ending))) {
          this.asked.shape = file;
        } else {
          this.wrong = `${file.name} is neither a picture nor a 3D model: ${this.library.accepts.join(" ")} are.`;
          return;
        }
      }
      this.search();
    },
    drop(event) {
      this.dragging = false;
      if (event.dataTransfer.files.length) this.add([...event.dataTransfer.files]);
    },
    form(offset) {
      const q = this.asked;
      const form = new FormData();
      if (q.text.trim()) form.append("text", q.text.trim());
      if (q.without.trim()) form.append("without", q.without.trim());
      for (const photo of q.photos) form.append("images", photo.blob, photo.name);
      if (q.shape) form.append("shape", q.shape, q.shape.name);
      for (const filter of q.filters) form.append("filter", filter);
      if (q.names && q.text.trim()) form.append("names", "true");
      form.append("weights", JSON.stringify(q.weights));
      form.append("top_k", PAGE);
      form.append("offset", offset);
      return form;
    },
    async search({ keep = false } = {}) {
      if (this.running) this.running.abort();
      this.running = new AbortController();
      this.browsing = !this.asked.text.trim() && !this.asked.photos.length && !this.asked.shape;
      if (!keep) {
        this.view = "results";
        this.saved = null;
        this.chosen = [];
        this.toAddress();
      }
      this.busy = true;
      this.wrong = "";
      try {
        const [hits, took] = await this.ask(0, this.running.signal);
        Object.assign(this, { hits, took, more: hits.length === PAGE });
        if (!keep && (this.asked.photos.length || this.asked.shape)) await this.keepForSharing();
      } catch (error) {
        if (error.name === "AbortError") return;
        Object.assign(this, { hits: [], more: false, wrong: error.message });
      }
      this.busy = false;
    },
    async next() {
      if (this.busy) return;
      this.busy = true;
      try {
        const [hits] = await this.ask(this.hits.length, this.running.signal);
        const known = new Set(this.hits.map((hit) => hit.id));
        this.more = hits.length === PAGE;
        this.hits = [...this.hits, ...hits.filter((hit) => !known.has(hit.id))];
      } catch (error) {
        if (error.name === "AbortError") return;
        Object.assign(this, { more: false, wrong: error.message });
      }
      this.busy = false;
    },
    async ask(offset, signal) {
      if (this.browsing) {
        const filters = this.asked.filters.map((f) => ["filter", f]);
        return [(await get("/v1/items", [...filters, ["limit", PAGE], ["offset", offset]])).items, 0];
      }
      const found = await post("/v1/search", this.form(offset), signal);
      return [found.hits, found.took_ms];
    },
    async keepForSharing() {
      const form = new FormData();
      for (const photo of this.asked.photos) form.append("images", photo.blob, photo.name);
      if (this.asked.shape) form.append("shape", this.asked.shape, this.asked.shape.name);
      this.saved = (await post("/v1/queries", form)).id;
      this.toAddress(true);
    },
    show(id) {
      this.open = id;
      this.toAddress();
    },
    mark(id) {
      this.marked = this.marked.includes(id) ? this.marked.filter((m) => m !== id) : [...this.marked, id].slice(-4);
      if (this.marked.length < 2) this.comparing = false;
    },
    async choose(ids) {
      this.chosen = ids;
      if (!ids.length) return;
      const kept = new Set(this.hits.map((hit) => hit.id));
      if (ids.some((id) => !kept.has(id)) && this.browsing) {
        const all = await get("/v1/items", [["limit", 2000]]).catch(() => null);
        if (all) this.hits = all.items;
        this.more = false;
      }
      this.look("results");
    },
    key(event) {
      const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
      if (event.key === "Escape") {
        if (this.help) this.help = false;
        else if (this.comparing) this.comparing = false;
        else if (this.open) this.show(null);
      } else if (event.key === "/" && !typing) {
        event.preventDefault();
        this.$refs.query.focus();
      } else if (event.key === "?" && !typing) this.help = !this.help;
    },
  },
};
