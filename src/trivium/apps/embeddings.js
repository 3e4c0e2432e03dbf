"use strict";
// A map of embeddings: the same things in each panel; what the pointer is over in one is marked in all.

const { names, classes, legend, colors, panels } = JSON.parse(document.getElementById("data").textContent);
const told = document.querySelector(".told");
const buttons = [...document.querySelectorAll(".legend button")];
const shown = colors.map(() => true);
const NEAR = 12; // pixels
const MARGIN = 0.04; // of the side
let over = null; // the number of the thing under the pointer

class Panel {
  constructor(canvas, places) {
    this.canvas = canvas;
    this.places = places;
    this.whole();
    canvas.addEventListener("wheel", (event) => {
      event.preventDefault();
      this.zoom(Math.exp(-event.deltaY * 0.0015), event.offsetX, event.offsetY);
    }, { passive: false });
    canvas.addEventListener("pointerdown", (event) => {
      this.from = { x: event.clientX, y: event.clientY };
      canvas.setPointerCapture(event.pointerId);
    });
    canvas.addEventListener("pointermove", (event) => this.moved(event));
    for (const end of ["pointerup", "pointercancel"]) canvas.addEventListener(end, () => { this.from = null; });
    canvas.addEventListener("pointerleave", () => point(null));
    canvas.addEventListener("dblclick", () => { this.whole(); this.draw(); });
    canvas.addEventListener("keydown", (event) => this.key(event));
    new ResizeObserver(() => this.draw()).observe(canvas);
  }

  get side() { return this.canvas.clientWidth; }

  whole() { this.scale = 1 - 2 * MARGIN; this.x = this.y = MARGIN; } // in sides

  zoom(factor, px, py) {
    const x = px / this.side, y = py / this.side;
    const scale = Math.min(80, Math.max(0.5, this.scale * factor));
    this.x = x - (x - this.x) * (scale / this.scale);
    this.y = y - (y - this.y) * (scale / this.scale);
    this.scale = scale;
    this.draw();
  }

  shift(dx, dy) { this.x += dx / this.side; this.y += dy / this.side; this.draw(); }

  key(event) {
    const half = this.side / 2, step = this.side / 10;
    const act = {
      "+": () => this.zoom(1.3, half, half), "=": () => this.zoom(1.3, half, half), "-": () => this.zoom(1 / 1.3, half, half),
      "0": () => { this.whole(); this.draw(); },
      ArrowLeft: () => this.shift(step, 0), ArrowRight: () => this.shift(-step, 0),
      ArrowUp: () => this.shift(0, step), ArrowDown: () => this.shift(0, -step),
    }[event.key];
    if (act) { event.preventDefault(); act(); }
  }

  at(i) {
    const [x, y] = this.places[i];
    return [(this.x + x * this.scale) * this.side, (this.y + (1 - y) * this.scale) * this.side];
  }

  moved(event) {
    if (this.from) {
      this.shift(event.clientX - this.from.x, event.clientY - this.from.y);
      this.from = { x: event.clientX, y: event.clientY };
      return;
    }
    let best = null, nearest = NEAR;
    for (let i = 0; i < names.length; i++) {
      if (!shown[legend[i]]) continue;
      const [x, y] = this.at(i), far = Math.hypot(x - event.offsetX, y - event.offsetY);
      if (far < nearest) { best = i; nearest = far; }
    }
    point(best, event.clientX, event.clientY);
  }

  draw() {
    const side = this.side, dense = Math.min(devicePixelRatio || 1, 2);
    this.canvas.width = this.canvas.height = Math.round(side * dense);
    const context = this.canvas.getContext("2d");
    context.scale(dense, dense);
    const radius = Math.min(9, Math.max(2, 3.6 * Math.sqrt(this.scale) * Math.min(1, side / 600)));
    context.globalAlpha = 0.85;
    for (let i = 0; i < names.length; i++) {
      if (!shown[legend[i]]) continue;
      const [x, y] = this.at(i);
      if (x < -9 || y < -9 || x > side + 9 || y > side + 9) continue;
      context.fillStyle = colors[legend[i]];
      context.beginPath();
      context.arc(x, y, radius, 0, 7);
      context.fill();
    }
    if (over === null || !shown[legend[over]]) return;
    const [x, y] = this.at(over);
    context.globalAlpha = 1;
    context.lineWidth = 2;
    context.strokeStyle = getComputedStyle(this.canvas).color;
    context.fillStyle = colors[legend[over]];
    context.beginPath();
    context.arc(x, y, radius + 3, 0, 7);
    context.fill();
    context.stroke();
  }
}

const drawn = [...document.querySelectorAll("canvas")].map((canvas, i) => new Panel(canvas, panels[i]));
const redraw = () => drawn.forEach((panel) => panel.draw());

function point(i, x, y) {
  if (i !== over) { over = i; redraw(); }
  told.hidden = i === null;
  if (i === null) return;
  const name = document.createElement("b");
  name.textContent = names[i];
  told.replaceChildren(name, classes[i]);
  told.style.left = `${Math.min(x + 14, innerWidth - told.offsetWidth - 8)}px`;
  told.style.top = `${Math.min(y + 14, innerHeight - told.offsetHeight - 8)}px`;
}

buttons.forEach((button, i) => button.addEventListener("click", () => {
  shown[i] = !shown[i];
  button.setAttribute("aria-pressed", shown[i]);
  redraw();
}));
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
