// NiceGUI mounts this element; the page itself is in modules/.
import app from "trivium-page/app.js";

export default app;
