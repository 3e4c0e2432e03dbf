"use strict";
// Turntables of the report: one strip of frames each, decoded only when somebody touches it.

const SECONDS_PER_TURN = 5;
const DRAG_STARTS = 4; // pixels
const calm = matchMedia("(prefers-reduced-motion: reduce)");

class Turntable {
  constructor(stage) {
    this.stage = stage;
    this.canvas = stage.querySelector("canvas");
    this.onturn = () => {};
    this.spinning = false;
    if (stage.dataset.strip) this.show(stage.dataset);
  }

  show({ strip, frames, start }) {
    this.source = strip;
    this.frames = Number(frames);
    this.position = Number(start);
    this.strip = null;
  }

  async load() {
    const source = this.source;
    if (this.strip) return true;
    const image = new Image();
    image.src = source;
    try { await image.decode(); } catch { return false; }
    if (source !== this.source) return false; // another model was chosen meanwhile
    this.strip = image;
    return true;
  }

  async turnTo(position) {
    this.position = ((position % this.frames) + this.frames) % this.frames;
    if (await this.load()) this.draw();
    this.onturn(this.frame);
  }

  get frame() { return Math.floor(this.position) % this.frames; }

  draw() {
    const side = Math.round(this.stage.clientWidth * Math.min(devicePixelRatio || 1, 2));
    if (this.canvas.width !== side) this.canvas.width = this.canvas.height = side;
    const context = this.canvas.getContext("2d");
    const size = this.strip.naturalHeight;
    context.imageSmoothingQuality = "high";
    context.fillStyle = "#fff"; // strips have no transparency, a first frame must not shine through
    context.fillRect(0, 0, side, side);
    context.drawImage(this.strip, this.frame * size, 0, size, size, 0, 0, side, side);
    this.stage.classList.add("turning");
  }

  spin() {
    if (this.spinning || calm.matches) return;
    this.spinning = true;
    let last = performance.now();
    const step = (now) => {
      if (!this.spinning) return;
      if (!this.dragging) this.turnTo(this.position + ((now - last) / 1000 / SECONDS_PER_TURN) * this.frames);
      last = now;
      requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  rest() { this.spinning = false; }
}

function draggable(turntable) {
  const { stage } = turntable;
  let from = null;
  stage.addEventListener("pointerdown", (event) => {
    from = { x: event.clientX, position: turntable.position };
    turntable.dragged = false;
  });
  stage.addEventListener("pointermove", (event) => {
    if (!from) return;
    const dx = event.clientX - from.x;
    if (!turntable.dragging && Math.abs(dx) < DRAG_STARTS) return;
    if (!turntable.dragging) stage.setPointerCapture(event.pointerId);
    turntable.dragging = turntable.dragged = true;
    turntable.turnTo(from.position - (dx / stage.clientWidth) * turntable.frames);
  });
  for (const end of ["pointerup", "pointercancel"]) {
    stage.addEventListener(end, () => { from = null; turntable.dragging = false; });
  }
  stage.addEventListener("dragstart", (event) => event.preventDefault());
}

function keyboard(turntable) {
  turntable.stage.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: 1, ArrowRight: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    turntable.turnTo(turntable.frame + step);
  });
}

const dialog = document.querySelector(".closer");
const large = new Turntable(dialog.querySelector(".stage"));
const slider = dialog.querySelector("input");
const about = dialog.querySelector(".about");
let siblings = [];
let shown = 0;

function look(index) {
  shown = (index + siblings.length) % siblings.length;
  const stage = siblings[shown];
  large.show(stage.dataset);
  slider.max = large.frames - 1;
  const label = stage.parentElement.querySelector(".label");
  about.replaceChildren(...(label ? [label.cloneNode(true)] : []));
  dialog.querySelector("nav").hidden = siblings.length < 2;
  large.stage.setAttribute("aria-label", stage.querySelector("img").alt);
  if (!dialog.open) dialog.showModal();
  large.turnTo(large.position);
}

large.onturn = (frame) => { slider.value = frame; };
slider.addEventListener("input", () => large.turnTo(Number(slider.value)));
draggable(large);
dialog.querySelector(".previous").addEventListener("click", () => look(shown - 1));
dialog.querySelector(".next").addEventListener("click", () => look(shown + 1));
dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
addEventListener("resize", () => { if (dialog.open && large.strip) large.draw(); });

for (const stage of document.querySelectorAll("main .stage")) {
  const turntable = new Turntable(stage);
  draggable(turntable);
  keyboard(turntable);
  stage.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") turntable.spin(); });
  stage.addEventListener("pointerleave", () => turntable.rest());
  stage.addEventListener("click", () => {
    if (turntable.dragged) { turntable.dragged = false; return; }
    const group = stage.closest(".hits") || stage.parentElement;
    siblings = [...group.querySelectorAll(".stage")];
    look(siblings.indexOf(stage));
  });
}
