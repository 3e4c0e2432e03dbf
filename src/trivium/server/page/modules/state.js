// How the library is: what could not be indexed and why, and work that goes on.
import { get, post, remove } from "trivium-page/api.js";

export default {
  props: { library: Object },
  emits: ["changed"],
  template: `
    <div class="state">
      <p v-if="wrong" class="wrong">{{ wrong }}</p>
      <h2>Indexing</h2>
      <p v-if="!library.allows_changes" class="hint">This server does not change its library; run <code>trivium index</code> for that, or start the
        server with <code>--allow-changes</code>. Searches see what is new at once.</p>
      <button v-else :disabled="running" @click="start">Index what is new or changed</button>
      <div v-for="job in jobs" :key="job.id" class="job">
        <b>{{ job.kind }}</b> {{ job.state }} <span v-if="job.total">{{ job.done }} of {{ job.total }}</span>
        <progress v-if="job.state === 'running'" :max="job.total || 1" :value="job.done"></progress>
        <button v-if="job.state === 'running' && library.allows_changes" @click="stop(job.id)">Stop</button>
        <span class="hint">{{ job.message }}{{ told(job) }}</span>
      </div>
      <h2>Files that could not be indexed</h2>
      <p v-if="failed && !failed.length" class="hint">None.</p>
      <table v-if="failed && failed.length"><thead><tr><th>why</th><th>file</th></tr></thead>
        <tbody><tr v-for="f in failed" :key="f.path"><td><b>{{ f.code }}</b><br />{{ f.message }}</td><td>{{ f.path }}</td></tr></tbody></table>
    </div>`,
  data: () => ({ failed: null, jobs: [], wrong: "" }),
  computed: {
    running() {
      return this.jobs.some((job) => job.state === "running");
    },
  },
  async mounted() {
    await this.look();
  },
  beforeUnmount() {
    clearTimeout(this.timer);
  },
  methods: {
    async look() {
      try {
        const before = this.running;
        this.jobs = (await get("/v1/jobs")).reverse();
        if (this.failed === null || (before && !this.running)) this.failed = await get("/v1/failed");
        if (before && !this.running) this.$emit("changed");
        this.wrong = "";
      } catch (error) {
        this.wrong = error.message;
      }
      if (this.running) this.timer = setTimeout(() => this.look(), 500);
    },
    async start() {
      await post("/v1/jobs/update").catch((error) => (this.wrong = error.message));
      await this.look();
    },
    async stop(id) {
      await remove(`/v1/jobs/${id}`).catch((error) => (this.wrong = error.message));
    },
    told(job) {
      return Object.entries(job.result || {}).map(([what, count]) => ` ${count} ${what}`).join(",");
    },
  },
};
