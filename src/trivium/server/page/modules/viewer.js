// One model to turn. Drawn on demand; viewers of one group turn together. A click that is no drag picks a surface point.
import { OrbitControls, THREE, GLTFLoader } from "nicegui-scene";

const groups = new Map(); // name -> viewers that turn together

export default {
  props: { src: String, group: String, points: Array },
  emits: ["pick", "ready", "failed"],
  template: `<div class="viewer"><canvas ref="canvas" tabindex="0" aria-label="Model: drag to turn, scroll to zoom"></canvas>
    <div v-if="state" class="veil">{{ state }}</div></div>`,
  data: () => ({ state: "Loading\u2026" }),
  mounted() {
    const canvas = this.$refs.canvas;
    try {
      this.renderer = new THREE.WebGLRenderer({ canvas, antialias: true, alpha: true });
    } catch {
      this.state = "This browser shows no 3D: WebGL is switched off.";
      return;
    }
    this.scene = new THREE.Scene();
    this.camera = new THREE.PerspectiveCamera(40, 1, 0.01, 100);
    this.scene.add(new THREE.HemisphereLight(0xffffff, 0x888888, 2.2));
    const sun = new THREE.DirectionalLight(0xffffff, 1.6);
    sun.position.set(2, 3, 4);
    this.camera.add(sun);
    this.scene.add(this.camera);
    this.marks = new THREE.Group();
    this.scene.add(this.marks);
    this.controls = new OrbitControls(this.camera, canvas);
    this.controls.addEventListener("change", () => this.turned());
    this.sizes = new ResizeObserver(() => this.draw());
    this.sizes.observe(this.$el);
    let from = null;
    canvas.addEventListener("pointerdown", (e) => (from = [e.clientX, e.clientY]));
    canvas.addEventListener("pointerup", (e) => {
      if (from && Math.hypot(e.clientX - from[0], e.clientY - from[1]) < 4) this.pick(e);
      from = null;
    });
    if (this.group) groups.set(this.group, [...(groups.get(this.group) || []), this]);
    this.load();
  },
  beforeUnmount() {
    if (this.group) groups.set(this.group, groups.get(this.group).filter((v) => v !== this));
    if (!this.renderer) return;
    this.sizes.disconnect();
    this.controls.dispose();
    this.clear();
    this.renderer.dispose();
    this.renderer.forceContextLoss(); // browsers allow 16 at a time, and forget late
  },
  watch: {
    src() {
      this.load();
    },
    points() {
      this.mark();
    },
  },
  methods: {
    async load() {
      const src = this.src;
      this.state = "Loading\u2026";
      try {
        const response = await fetch(src);
        if (!response.ok) throw new Error((await response.json()).error.message);
        const { scene } = await new GLTFLoader().parseAsync(await response.arrayBuffer(), "");
        if (src !== this.src || !this.renderer) return;
        this.show(scene);
        this.state = "";
        this.$emit("ready");
      } catch (error) {
        if (src !== this.src) return;
        this.state = `This model cannot be shown: ${error.message}`;
        this.$emit("failed", error.message);
      }
    },
    show(model) {
      this.clear();
      const box = new THREE.Box3().setFromObject(model);
      const center = box.getCenter(new THREE.Vector3());
      this.scale = 2 / Math.max(box.getSize(new THREE.Vector3()).length(), 1e-9);
      this.center = center;
      model.traverse((part) => {
        if (part.isPoints) part.material.size = 0.012 / this.scale;
      });
      this.model = new THREE.Group();
      model.position.copy(center).multiplyScalar(-1);
      const holder = new THREE.Group();
      holder.add(model);
      holder.scale.setScalar(this.scale);
      this.model.add(holder);
      this.scene.add(this.model);
      this.camera.position.set(1.5, 1.1, 2.4);
      this.controls.target.set(0, 0, 0);
      this.controls.update();
      this.mark();
    },
    clear() {
      if (!this.model) return;
      this.scene.remove(this.model); // first: the next frame would send it to the card again
      this.model.traverse((part) => {
        if (part.geometry) part.geometry.dispose();
        for (const material of [part.material].flat().filter(Boolean)) {
          if (material.map) material.map.dispose();
          material.dispose();
        }
      });
      this.model = null;
    },
    turned() {
      for (const other of groups.get(this.group) || []) {
        if (other === this || !other.renderer || this.following) continue;
        other.following = true;
        other.camera.position.copy(this.camera.position);
        other.controls.target.copy(this.controls.target);
        other.controls.update();
        other.following = false;
        other.draw();
      }
      this.draw();
    },
    draw() {
      if (!this.renderer || this.asked) return;
      this.asked = requestAnimationFrame(() => {
        this.asked = 0;
        const { clientWidth: width, clientHeight: height } = this.$el || {};
        if (!width || !height) return;
        this.renderer.setPixelRatio(window.devicePixelRatio);
        this.renderer.setSize(width, height, false);
        this.camera.aspect = width / height;
        this.camera.updateProjectionMatrix();
        this.renderer.render(this.scene, this.camera);
      });
    },
    pick(event) {
      if (!this.model) return;
      const box = this.$refs.canvas.getBoundingClientRect();
      const at = new THREE.Vector2(
        ((event.clientX - box.left) / box.width) * 2 - 1,
        1 - ((event.clientY - box.top) / box.height) * 2,
      );
      const ray = new THREE.Raycaster();
      ray.params.Points.threshold = 0.02;
      ray.setFromCamera(at, this.camera);
      const hit = ray.intersectObject(this.model, true)[0];
      if (hit) this.$emit("pick", this.toModel(hit.point));
    },
    toModel(point) {
      return point.clone().divideScalar(this.scale).add(this.center).toArray();
    },
    mark() {
      this.marks.clear();
      for (const point of this.points || []) {
        const dot = new THREE.Mesh(
          new THREE.SphereGeometry(0.025, 16, 12),
          new THREE.MeshBasicMaterial({ color: 0xff3b30, depthTest: false }),
        );
        dot.position.fromArray(point).sub(this.center || new THREE.Vector3()).multiplyScalar(this.scale || 1);
        this.marks.add(dot);
      }
      this.draw();
    },
  },
};
