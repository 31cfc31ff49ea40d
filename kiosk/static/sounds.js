// Plays what the session says is heard: recordings from the van, each placed round the head. How loud,
// from where and how high is worked out by the session (sim/audio/mix.py); here it is only done.

const RATE = 32000; // as recorded, so that nothing is resampled and loops stay whole
const LATE = 0.25; // seconds; a sound that began within them is begun at its beginning
const GLIDE = 0.05; // seconds in which changes are made, so that none clicks
const OPEN = 20000; // hertz; nothing is muffled
const MUFFLED = 650; // as the window's sounds are (sim/audio/library.py)
const MUFFLED_GAIN = 0.6;
const LIMIT = { threshold: -3, knee: 0, ratio: 20, attack: 0.003, release: 0.2 };
const MAKEUP = 0.82; // takes back what the browser's compressor adds by itself

export class Sounds {
  // `address` leads from the name of a recording to its file; `names` will be needed.
  constructor(address, names) {
    this.address = address;
    this.names = names;
    this.playing = new Map();
    this.buffers = new Map();
    this.on = true;
    this.view = { h: 0, p: 0 };
  }

  // Browsers allow sound only after a touch.
  wake() {
    this.context ??= this.begin();
    if (this.context.state === "suspended") this.context.resume();
  }

  begin() {
    const context = new AudioContext({ sampleRate: RATE });
    this.context = context;
    this.master = new GainNode(context, { gain: this.on ? MAKEUP : 0 });
    const limit = new DynamicsCompressorNode(context, LIMIT);
    limit.connect(this.master).connect(context.destination);
    this.inner = new GainNode(context);
    this.inner.connect(limit);
    this.outer = new BiquadFilterNode(context, { type: "lowpass", frequency: OPEN, Q: 0.5 });
    this.world = new GainNode(context);
    this.outer.connect(this.world).connect(limit);
    this.face(this.view);
    this.names.forEach((name) => this.buffer(name));
    return context;
  }

  toggle() {
    this.on = !this.on;
    if (this.master) this.glide(this.master.gain, this.on ? MAKEUP : 0);
    return this.on;
  }

  stop() {
    this.context?.close();
    this.context = null;
    this.playing.clear();
    this.buffers.clear();
  }

  glide(parameter, value) {
    parameter.setTargetAtTime(value, this.context.currentTime, GLIDE);
  }

  // The head turns: degrees, counter-clockwise from north, and up.
  face(view) {
    this.view = view;
    if (!this.context) return;
    const h = view.h * Math.PI / 180, p = view.p * Math.PI / 180, ear = this.context.listener;
    const ahead = [-Math.sin(h) * Math.cos(p), Math.sin(p), -Math.cos(h) * Math.cos(p)];
    if (ear.forwardX) [ear.forwardX, ear.forwardY, ear.forwardZ].forEach((axis, k) => { axis.value = ahead[k]; });
    else ear.setOrientation(...ahead, 0, 1, 0);
  }

  // `sounds` is everything that is heard now: {key, name, source, gain, pitch, age, loop, outer}.
  play(sounds, muffled) {
    if (this.context?.state !== "running") return;
    this.glide(this.outer.frequency, OPEN * (MUFFLED / OPEN) ** muffled);
    this.glide(this.world.gain, 1 - (1 - MUFFLED_GAIN) * muffled);
    const keys = new Set(sounds.map((sound) => sound.key));
    for (const [key, voice] of this.playing) {
      if (keys.has(key)) continue;
      this.end(voice);
      this.playing.delete(key);
    }
    for (const sound of sounds) {
      if (this.playing.has(sound.key)) this.change(this.playing.get(sound.key), sound);
      else this.start(sound);
    }
  }

  buffer(name) {
    if (!this.buffers.has(name)) {
      const context = this.context;
      this.buffers.set(name, fetch(this.address(name))
        .then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(new Error(`${name}: ${answer.status}`))))
        .then((bytes) => context.decodeAudioData(bytes))
        .catch((error) => {
          this.buffers.delete(name); // asked for again when it is heard again
          console.warn("a sound stays silent:", error.message);
          return null;
        }));
    }
    return this.buffers.get(name);
  }

  async start(sound) {
    const voice = { gain: new GainNode(this.context, { gain: 0 }) };
    const bus = sound.outer ? this.outer : this.inner;
    if (sound.source) {
      voice.panner = new PannerNode(this.context, { panningModel: "HRTF", rolloffFactor: 0 });
      voice.gain.connect(voice.panner).connect(bus);
    } else voice.gain.connect(bus);
    this.playing.set(sound.key, voice);
    this.change(voice, sound);
    const asked = this.context.currentTime;
    const buffer = await this.buffer(sound.name);
    if (!buffer || voice.ended || !this.context) return;
    const age = sound.age + this.context.currentTime - asked;
    const from = age < LATE ? 0 : age;
    if (!sound.loop && from >= buffer.duration) return;
    voice.source = new AudioBufferSourceNode(this.context, { buffer, loop: sound.loop, playbackRate: sound.pitch });
    voice.source.connect(voice.gain);
    if (from === 0) voice.gain.gain.setValueAtTime(sound.gain, this.context.currentTime);
    voice.source.start(0, from % buffer.duration);
  }

  change(voice, { gain, pitch, source }) {
    this.glide(voice.gain.gain, gain);
    if (voice.source) this.glide(voice.source.playbackRate, pitch);
    if (!voice.panner || !source) return;
    // The world's axes are east, north, up; the browser's are right, up, backwards.
    const far = Math.hypot(...source) || 1, place = [source[0] / far, source[2] / far, -source[1] / far];
    const axes = [voice.panner.positionX, voice.panner.positionY, voice.panner.positionZ];
    axes.forEach((axis, k) => { if (voice.placed) this.glide(axis, place[k]); else axis.value = place[k]; });
    voice.placed = true;
  }

  end(voice) {
    voice.ended = true;
    voice.gain.gain.cancelScheduledValues(this.context.currentTime);
    this.glide(voice.gain.gain, 0);
    voice.source?.stop(this.context.currentTime + 6 * GLIDE);
    setTimeout(() => (voice.panner ?? voice.gain).disconnect(), 8000 * GLIDE);
  }
}
