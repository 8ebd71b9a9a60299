export { findChromium, startChromium } from './chromium.js';
