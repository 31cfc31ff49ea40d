// A unit (AU) of our own, as small as cmi5 allows: it fetches its token, reads what it must, and says how it went.
const asked = new URLSearchParams(location.search);
const endpoint = asked.get("endpoint");
const state = document.getElementById("state");
const judged = ["completed", "passed", "failed"];
const category = (name) => ({ id: `https://w3id.org/xapi/cmi5/context/categories/${name}` });
let token;
let launch;

async function xapi(method, path, parameters, body) {
  const answer = await fetch(`${endpoint}/${path}?${new URLSearchParams(parameters)}`, {
    method,
    headers: {
      Authorization: `Basic ${token}`,
      "X-Experience-API-Version": "1.0.3",
      ...(body ? { "Content-Type": "application/json" } : {}),
    },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer;
}

async function say(verb, result) {
  const id = crypto.randomUUID ? crypto.randomUUID() : uuid();
  const context = structuredClone(launch.contextTemplate);
  context.registration = asked.get("registration");
  context.contextActivities.category = [category("cmi5"), ...(judged.includes(verb) ? [category("moveon")] : [])];
  if (result?.score) {
    context.extensions["https://w3id.org/xapi/cmi5/context/extensions/masteryscore"] = launch.masteryScore;
  }
  await xapi("PUT", "statements", { statementId: id }, {
    id,
    actor: JSON.parse(asked.get("actor")),
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } },
    object: { objectType: "Activity", id: asked.get("activityId") },
    context,
    result,
    timestamp: new Date().toISOString(),
  });
  state.textContent = verb;
}

function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

// What a hostile package would try: whether it gets at anything of the site that it came from.
async function probe() {
  const tried = {};
  const attempt = async (name, act) => {
    try {
      tried[name] = String(await act());
    } catch (error) {
      tried[name] = error.name;
    }
  };
  await attempt("cookie", () => document.cookie || "none");
  await attempt("storage", () => localStorage.length);
  await attempt("read", async () => (await fetch("/account", { credentials: "include" })).status);
  await attempt("write", async () => (await fetch("/account", { method: "POST", credentials: "include" })).status);
  await attempt("blind", () => fetch("/account", { mode: "no-cors", credentials: "include" }));
  await attempt("picture", () => new Promise((resolve, reject) => {
    const picture = new Image();
    picture.onload = () => resolve("loaded");
    picture.onerror = () => reject(new Error("blocked"));
    picture.src = "/account";
  }));
  await attempt("frame", () => new Promise((resolve) => {
    const frame = document.createElement("iframe");
    frame.onload = () => {
      try {
        resolve(frame.contentDocument ? "open" : "closed");
      } catch (error) {
        resolve(error.name);
      }
    };
    frame.src = "/account";
    document.body.append(frame);
  }));
  document.getElementById("probe").textContent = JSON.stringify(tried);
}

document.getElementById("right").onclick = async () => {
  await say("passed", { success: true, score: { scaled: 0.9 }, duration: "PT1M5S" });
  await say("completed", { completion: true, duration: "PT1M10S" });
};
document.getElementById("leave").onclick = async () => {
  await say("terminated", { duration: "PT1M15S" });
  location.href = launch.returnURL;
};

const agent = asked.get("actor");
token = (await (await fetch(asked.get("fetch"), { method: "POST" })).json())["auth-token"];
const here = { activityId: asked.get("activityId"), agent, registration: asked.get("registration") };
launch = await (await xapi("GET", "activities/state", { ...here, stateId: "LMS.LaunchData" })).json();
await xapi("GET", "agents/profile", { agent, profileId: "cmi5LearnerPreferences" });
await probe();
await say("initialized");
