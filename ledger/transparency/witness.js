// A witness of the transparency log in this browser. Its private key is made here and cannot leave;
// it signs a checkpoint only when that continues the last one it signed.
window.qiancheWitness = (() => {
  const HERE = "/ledger/api/log";
  const utf8 = (text) => new TextEncoder().encode(text);
  const joined = (...parts) => new Uint8Array(parts.flatMap((part) => [...part]));
  const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
  const bytes = (text) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
  const same = (one, other) => one.length === other.length && one.every((each, k) => each === other[k]);
  const sha256 = async (data) => new Uint8Array(await crypto.subtle.digest("SHA-256", data));
  const nodeHash = (left, right) => sha256(joined([1], left, right));

  function kept(act) {
    return new Promise((resolve, reject) => {
      const opening = indexedDB.open("qianche-witness", 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore("kept");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const request = act(opening.result.transaction("kept", "readwrite").objectStore("kept"));
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      };
    });
  }

  async function asked(path) {
    const answer = await fetch(HERE + path);
    if (!answer.ok) throw new Error(path + " " + answer.status);
    return answer;
  }

  async function keyId(name, kind, publicKey) {
    return (await sha256(joined(utf8(name + "\n"), [kind], publicKey))).slice(0, 4);
  }

  async function witnessKey(account, origin) {
    const place = "key of " + account + " for " + origin;
    const known = await kept((store) => store.get(place));
    if (known) return known;
    const pair = await crypto.subtle.generateKey("Ed25519", false, ["sign", "verify"]);
    const publicKey = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
    const mark = [...(await sha256(publicKey)).slice(0, 6)].map((each) => each.toString(16).padStart(2, "0")).join("");
    const key = {name: origin + "/witness/" + mark, privateKey: pair.privateKey, publicKey};
    await kept((store) => store.put(key, place));
    return key;
  }

  async function readCheckpoint(note, logKey) {
    const [name, , ...material] = logKey.trim().split("+");
    const publicKey = bytes(material.join("+")).slice(1);
    const id = await keyId(name, 1, publicKey);
    const [body, lines] = note.split("\n\n");
    const [origin, size, root] = body.split("\n");
    const signatures = lines.split("\n").filter((each) => each.startsWith("\u2014 " + name + " "));
    const signed = signatures.map((each) => bytes(each.split(" ").pop())).find((each) => same(each.slice(0, 4), id));
    if (!signed) return null;
    const signature = signed.slice(4);
    const key = await crypto.subtle.importKey("raw", publicKey, "Ed25519", false, ["verify"]);
    const holds = origin === name && (await crypto.subtle.verify("Ed25519", key, signature, utf8(body + "\n")));
    return holds ? {body: body + "\n", origin, size: Number(size), root: bytes(root)} : null;
  }

  // Whether the key known so far names the one that signs now: itself, or through all between them.
  async function followedBy(known, now) {
    const {keys} = await (await asked("/keys")).json();
    let place = keys.findIndex((each) => each.key === known.trim());
    while (place >= 0 && keys[place].key !== now.trim()) {
      const next = keys[place + 1];
      const handover = next && (await readCheckpoint(keys[place].handover, keys[place].key));
      if (!handover || !handover.body.endsWith("\nnext-key " + next.key + "\n")) return false;
      place += 1;
    }
    return place >= 0;
  }

  // RFC 9162, 2.1.4.2
  async function continues(first, second, path) {
    if (first.size === second.size) return path.length === 0 && same(first.root, second.root);
    if (first.size === 0) return path.length === 0;
    if (first.size > second.size) return false;
    let place = first.size - 1, last = second.size - 1;
    const half = () => { place = Math.floor(place / 2); last = Math.floor(last / 2); };
    while (place % 2 === 1) half();
    const steps = place === 0 ? [first.root, ...path] : [...path];
    if (steps.length === 0) return false;
    let old = steps[0], grown = steps[0];
    for (const step of steps.slice(1)) {
      if (last === 0) return false;
      if (place % 2 === 1 || place === last) {
        old = await nodeHash(step, old);
        grown = await nodeHash(step, grown);
        while (place % 2 === 0 && place !== 0) half();
      } else {
        grown = await nodeHash(grown, step);
      }
      half();
    }
    return last === 0 && same(old, first.root) && same(grown, second.root);
  }

  async function signed(key, checkpoint) {
    const seconds = Math.floor(Date.now() / 1000);
    const text = utf8("cosignature/v1\ntime " + seconds + "\n" + checkpoint.body);
    const signature = new Uint8Array(await crypto.subtle.sign("Ed25519", key.privateKey, text));
    const time = new Uint8Array(8);
    new DataView(time.buffer).setBigUint64(0, BigInt(seconds));
    const content = joined(await keyId(key.name, 4, key.publicKey), time, signature);
    return "\u2014 " + key.name + " " + base64(content);
  }

  async function shown(key) {
    const id = [...(await keyId(key.name, 4, key.publicKey))].map((each) => each.toString(16).padStart(2, "0")).join("");
    return key.name + "+" + id + "+" + base64(joined([4], key.publicKey));
  }

  // Cosign the latest checkpoint for `account`; the answer's `said` names a text of the page.
  async function cosign(account) {
    if (!window.isSecureContext || !crypto.subtle) return {said: "insecure"};
    const logKey = await (await asked("/key")).text();
    const place = "last for " + account;
    const last = await kept((store) => store.get(place));
    if (last && last.logKey !== logKey && !(await followedBy(last.logKey, logKey))) return {said: "other_log"};
    const checkpoint = await readCheckpoint(await (await asked("/checkpoint")).text(), logKey);
    if (!checkpoint) return {said: "wrong_signature"};
    if (last) {
      if (last.size > checkpoint.size) return {said: "shorter", size: last.size};
      const {path} = await (await asked("/consistency?first=" + last.size + "&second=" + checkpoint.size)).json();
      if (!(await continues(last, checkpoint, path.map(bytes)))) return {said: "not_continued", size: last.size};
    }
    const key = await witnessKey(account, checkpoint.origin);
    const sent = {size: checkpoint.size, key: await shown(key), line: await signed(key, checkpoint)};
    const headers = {"Content-Type": "application/json"};
    const answer = await fetch(HERE + "/cosignatures", {method: "POST", headers, body: JSON.stringify(sent)});
    if (!answer.ok) return {said: "refused", why: await answer.json().catch(() => ({}))};
    await kept((store) => store.put({logKey, size: checkpoint.size, root: checkpoint.root}, place));
    return {said: answer.status === 201 ? "done" : "already", size: checkpoint.size};
  }

  const failed = (error) => ({said: "failed", why: {zh: String(error), en: String(error)}});
  return {cosign: (account) => cosign(account).catch(failed), continues, followedBy};
})();
