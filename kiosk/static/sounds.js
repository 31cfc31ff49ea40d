// Every sound is made here from tones and noise, so that nothing has to be loaded.
// A recipe gets the audio context, where to play into, and the time to begin; a looping one
// returns what ends it.

export class Sounds {
  constructor() {
    this.playing = new Map();
    this.on = true;
  }

  // Browsers allow sound only after a touch.
  wake() {
    this.context ??= this.begin();
    if (this.context.state === "suspended") this.context.resume();
  }

  begin() {
    const context = new AudioContext();
    this.master = context.createGain();
    this.master.connect(context.destination);
    return context;
  }

  toggle() {
    this.on = !this.on;
    if (this.master) this.master.gain.value = this.on ? 1 : 0;
    return this.on;
  }

  stop() {
    this.context?.close();
    this.context = null;
    this.playing.clear();
  }

  // `wanted` is everything that sounds now: {key, name, volume, age, loop, pan}.
  play(wanted) {
    if (!this.context || this.context.state !== "running") return;
    const keys = new Set(wanted.map((sound) => sound.key));
    for (const [key, end] of this.playing) {
      if (!keys.has(key)) {
        end();
        this.playing.delete(key);
      }
    }
    for (const sound of wanted) {
      if (this.playing.has(sound.key)) continue;
      // What began long before this page came is over, unless it goes on.
      const fresh = sound.loop || sound.age < 1;
      this.playing.set(sound.key, fresh && RECIPES[sound.name] ? this.sing(sound) : () => {});
    }
  }

  sing(sound) {
    const out = this.context.createGain();
    const pan = this.context.createStereoPanner();
    out.gain.value = sound.volume;
    pan.pan.value = sound.pan ?? 0;
    out.connect(pan).connect(this.master);
    const end = RECIPES[sound.name](this.context, out, this.context.currentTime + 0.01);
    return () => {
      out.gain.linearRampToValueAtTime(0, this.context.currentTime + 0.2);
      setTimeout(() => { end?.(); pan.disconnect(); }, 300);
    };
  }
}

function noise(context) {
  const buffer = context.createBuffer(1, context.sampleRate * 2, context.sampleRate);
  const samples = buffer.getChannelData(0);
  let seed = 20241122;
  for (let k = 0; k < samples.length; k++) {
    seed = (seed * 1664525 + 1013904223) >>> 0;
    samples[k] = seed / 2147483648 - 1;
  }
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.loop = true;
  return source;
}

function filter(context, type, frequency, q = 1) {
  return new BiquadFilterNode(context, { type, frequency, Q: q });
}

// A gain that rises to `peak` and dies away.
function envelope(context, at, attack, decay, peak) {
  const gain = context.createGain();
  gain.gain.setValueAtTime(0.0001, at);
  gain.gain.exponentialRampToValueAtTime(peak, at + attack);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + attack + decay);
  return gain;
}

function tone(context, out, at, { type = "sine", from, to = from, attack = 0.01, decay = 0.3, peak = 0.3 }) {
  const voice = new OscillatorNode(context, { type });
  voice.frequency.setValueAtTime(from, at);
  voice.frequency.exponentialRampToValueAtTime(to, at + attack + decay);
  voice.connect(envelope(context, at, attack, decay, peak)).connect(out);
  voice.start(at);
  voice.stop(at + attack + decay + 0.05);
}

function burst(context, out, at, { type = "bandpass", frequency, q = 1, attack = 0.005, decay = 0.2, peak = 0.5, to }) {
  const source = noise(context), band = filter(context, type, frequency, q);
  if (to) band.frequency.exponentialRampToValueAtTime(to, at + attack + decay);
  source.connect(band).connect(envelope(context, at, attack, decay, peak)).connect(out);
  source.start(at);
  source.stop(at + attack + decay + 0.05);
}

// Wind and traffic: filtered noise that swells slowly.
function bed(context, out, frequency, level, swell) {
  const source = noise(context), low = filter(context, "lowpass", frequency), gain = context.createGain();
  gain.gain.value = level;
  const slow = new OscillatorNode(context, { frequency: swell }), depth = context.createGain();
  depth.gain.value = level * 0.4;
  slow.connect(depth).connect(gain.gain);
  source.connect(low).connect(gain).connect(out);
  source.start();
  slow.start();
  return () => { source.stop(); slow.stop(); };
}

// A human call: a buzzing throat through two moving vowels.
function shout(context, out, at, syllables) {
  syllables.forEach(([delay, pitch, first, second], k) => {
    const voice = new OscillatorNode(context, { type: "sawtooth" });
    const start = at + delay, length = k === syllables.length - 1 ? 0.5 : 0.28;
    voice.frequency.setValueAtTime(pitch * 1.1, start);
    voice.frequency.exponentialRampToValueAtTime(pitch * 0.82, start + length);
    for (const [formant, peak] of [[first, 0.5], [second, 0.28]]) {
      voice.connect(filter(context, "bandpass", formant, 6)).connect(envelope(context, start, 0.04, length, peak)).connect(out);
    }
    voice.start(start);
    voice.stop(start + length + 0.1);
  });
}

function every(seconds, context, strike) {
  let next = context.currentTime + 0.02;
  const timer = setInterval(() => {
    while (next < context.currentTime + 0.4) {
      strike(next);
      next += seconds;
    }
  }, 100);
  return () => clearInterval(timer);
}

const RECIPES = {
  tap_ok: (c, out, at) => [[660, 0], [990, 0.11]].forEach(([f, d]) => tone(c, out, at + d, { from: f, decay: 0.35, peak: 0.22 })),
  tap_bad: (c, out, at) => tone(c, out, at, { type: "triangle", from: 220, to: 160, decay: 0.3, peak: 0.3 }),
  amb_site: (c, out) => {
    const wind = bed(c, out, 420, 0.1, 0.07);
    const knocks = every(7.3, c, (at) => [0, 0.31, 0.62].forEach((d) => burst(c, out, at + d, { frequency: 900, q: 6, decay: 0.12, peak: 0.05 })));
    return () => { wind(); knocks(); };
  },
  amb_highway: (c, out) => {
    const road = bed(c, out, 600, 0.12, 0.11);
    const cars = every(5.1, c, (at) => burst(c, out, at, { frequency: 300, to: 700, q: 0.7, attack: 1.2, decay: 1.6, peak: 0.16 }));
    return () => { road(); cars(); };
  },
  mains_hum: (c, out, at) => [100, 200, 300].forEach((f, k) => tone(c, out, at, { type: "sawtooth", from: f, attack: 2.2, decay: 1.4, peak: 0.16 / (k + 1) })),
  arc_zap: (c, out, at) => [0, 0.07, 0.13, 0.24].forEach((d) => burst(c, out, at + d, { type: "highpass", frequency: 2400, decay: 0.06, peak: 0.4 })),
  shout_help: (c, out, at) => shout(c, out, at, [[0, 260, 700, 1200], [0.3, 300, 620, 1700], [0.62, 280, 760, 1250]]),
  shout_stop: (c, out, at) => shout(c, out, at, [[0, 290, 420, 2100], [0.3, 320, 780, 1300]]),
  metronome_110: (c, out) => every(60 / 110, c, (at) => tone(c, out, at, { type: "square", from: 1100, decay: 0.05, peak: 0.14 })),
  metal_clang: (c, out, at) => [520, 1130, 1870, 2790].forEach((f, k) => tone(c, out, at, { type: "triangle", from: f, attack: 0.002, decay: 1.1 / (k + 1), peak: 0.22 })),
  brick_hit: (c, out, at) => { burst(c, out, at, { type: "lowpass", frequency: 900, decay: 0.22, peak: 0.9 }); tone(c, out, at, { from: 110, to: 55, decay: 0.2, peak: 0.6 }); },
  wood_crack: (c, out, at) => [0, 0.05].forEach((d) => burst(c, out, at + d, { frequency: 1500, q: 2, decay: 0.09, peak: 0.8 })),
  whoosh_fall: (c, out, at) => burst(c, out, at, { frequency: 300, to: 2200, q: 1.2, attack: 0.7, decay: 0.25, peak: 0.5 }),
  hook_creak: (c, out, at) => [0, 0.5, 0.8].forEach((d) => tone(c, out, at + d, { type: "sawtooth", from: 95, to: 140, attack: 0.15, decay: 0.25, peak: 0.09 })),
  tyre_skid: (c, out, at) => { burst(c, out, at, { frequency: 1150, to: 800, q: 8, attack: 0.1, decay: 1.4, peak: 0.7 }); tone(c, out, at, { type: "sawtooth", from: 880, to: 640, attack: 0.1, decay: 1.2, peak: 0.06 }); },
  crash_metal: (c, out, at) => {
    burst(c, out, at, { type: "lowpass", frequency: 1600, to: 200, decay: 1.1, peak: 1 });
    [310, 730, 1490].forEach((f) => tone(c, out, at + 0.02, { type: "square", from: f, to: f * 0.8, decay: 0.7, peak: 0.1 }));
  },
  phone_ring: (c, out, at) => [0, 0.5, 2, 2.5].forEach((d) => [1320, 1660].forEach((f) => tone(c, out, at + d, { from: f, decay: 0.35, peak: 0.12 }))),
  horn: (c, out, at) => [392, 494].forEach((f) => tone(c, out, at, { type: "sawtooth", from: f, attack: 0.04, decay: 0.9, peak: 0.16 })),
  heartbeat: (c, out, at) => [0, 0.28].forEach((d) => tone(c, out, at + d, { from: 62, to: 42, decay: 0.16, peak: 0.8 })),
};
