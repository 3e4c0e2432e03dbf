// Two or more items side by side; turning one turns all.
import { get } from "trivium-page/api.js";
import viewer from "trivium-page/viewer.js";

export default {
  components: { viewer },
  props: { ids: Array },
  emits: ["close", "mark"],
  template: `
    <div class="sheet" role="dialog" aria-modal="true" aria-label="Compare" @click.self="$emit('close')">
      <div class="panel compare" ref="panel" tabindex="-1">
        <button class="close" aria-label="Close (Escape)" @click="$emit('close')">\u00d7</button>
        <h2>Compare</h2>
        <div class="columns">
          <section v-for="id in ids" :key="id">
            <viewer :src="'/v1/items/' + id + '/model.glb'" group="compare" />
            <h3>{{ items[id] ? items[id].name : "" }}</h3>
            <dl v-if="items[id]"><dt>category</dt><dd>{{ items[id].category }}</dd><dt>faces</dt><dd>{{ items[id].faces.toLocaleString() }}</dd>
              <dt>extent</dt><dd>{{ items[id].size.toPrecision(3) }}</dd><dt>licence</dt><dd>{{ items[id].licence }}</dd></dl>
            <button @click="$emit('mark', id)">Remove</button>
          </section>
        </div>
      </div>
    </div>`,
  data: () => ({ items: {} }),
  watch: {
    ids: {
      immediate: true,
      deep: true,
      async handler() {
        for (const id of this.ids) if (!this.items[id]) this.items[id] = await get(`/v1/items/${id}`).catch(() => null);
      },
    },
  },
  mounted() {
    this.$refs.panel.focus();
  },
};
