// A made-up portal: somebody logs in, what is known of them is filled in, the draft they give is verified here, and the
// receipt goes back. docs/embedding.md walks through it.

/** Everybody here is made up. */
const ACCOUNTS = [
  {
    title: "示例知识产权代理有限公司（服务机构）",
    programme: "zibo-2020-zone",
    track: "agency",
    prefill: {
      facts: { "agency.in_zone": true },
      applicant: {
        name: "示例知识产权代理有限公司",
        credit_code: "91370303MA3EXA0P7F",
        contact: "李敏",
        mobile: "13800138000",
      },
    },
  },
  {
    title: "示例区知识产权服务中心（示范区）",
    programme: "zibo-2020-zone",
    track: "zone",
    prefill: {
      facts: { "zone.site_kind": "economic_development_zone" },
      applicant: { name: "示例区知识产权服务中心", credit_code: "12370300MB0EXAM19F", landline: "0533-2771234" },
    },
  },
  {
    title: "示例市市场监督管理局（强市自评）",
    programme: "zibo-2024-city",
    track: "city",
    prefill: {
      facts: {},
      applicant: { name: "示例市市场监督管理局", credit_code: "1137030000412X1061", email: "office@example.com" },
    },
  },
];

const login = document.querySelector("#login");
const account = document.querySelector("#account");

login.elements.who.append(...ACCOUNTS.map(({ title }, index) => new Option(title, index)));

login.addEventListener("submit", (event) => {
  event.preventDefault();
  const { title, ...known } = ACCOUNTS[login.elements.who.value];
  account.firstElementChild.textContent = title;
  login.hidden = true;
  for (const id of ["account", "apply", "desk"]) document.getElementById(id).hidden = false;
  document.querySelector("#apply").append(checkFor(known));
});

// Nothing of one account is left for the next, neither in the widget nor in the page.
account.querySelector("button").addEventListener("click", () => {
  document.querySelector("zhice-check").prefill = null;
  location.reload();
});

/** The widget for somebody who has logged in; `portal.html?mode=frame` puts it into a frame. */
function checkFor({ programme, track, prefill }) {
  const element = document.createElement("zhice-check");
  element.setAttribute("programme", programme);
  element.setAttribute("track", track);
  element.setAttribute("mode", new URLSearchParams(location.search).get("mode") ?? "inline");
  element.setAttribute("handoff", "在线申报系统");
  element.prefill = prefill;
  element.addEventListener("zhice:prefilled", ({ detail }) => showPrefilled(detail));
  element.addEventListener("zhice:draft", ({ detail }) => receive(element, detail));
  return element;
}

function showPrefilled({ taken, kept, withheld, refused }) {
  const outcomes = [
    ["已填入", taken],
    ["本人已填，未改动", kept],
    ["草稿属于其他单位，未填入", withheld],
    ["无法采用", refused.map(({ key, code }) => `${key}（${code}）`)],
  ];
  const lines = outcomes.filter(([, keys]) => keys.length > 0).map(([what, keys]) => line("li", `${what}：${keys.join("、")}`));
  document.querySelector("#prefilled").replaceChildren(...lines);
}

/** A draft has come: it is worked out again in this page, and the answer goes back. A real portal keeps it as well. */
async function receive(element, { file, draft }) {
  const found = await element.verify(draft);
  const answer = found.holds ? { received: numberOf(found.digest) } : { refused: reasons(found) };
  if (found.digest) element.receipt({ digest: found.digest, answer });
  showAnswer(file, answer);
}

/** Made from the digest: the same draft has the same number, however often it is handed in. */
function numberOf(digest) {
  return `SL-${digest.replace("sha256:", "").slice(0, 12).toUpperCase()}`;
}

/** Why a draft is refused, by field: first of all the lines that were changed since it was drawn up. */
function reasons({ error, differences }) {
  if (error) return [{ field: "草稿", reason: `无法读取：${error}`.slice(0, 500) }];
  const changed = differences.filter(({ kind }) => kind === "entered").slice(0, 100);
  if (changed.length === 0) return [{ field: "草稿", reason: "重新计算的结果与草稿不一致" }];
  return changed.map(({ path }) => ({ field: path.split("/").at(-1), reason: "生成草稿以后被改动" }));
}

function showAnswer(file, { received, refused = [] }) {
  document.querySelector("#received").replaceChildren(
    line("p", `${file}：${received ? "复核一致，已受理" : "复核不一致，未予受理"}`),
    ...(received ? [line("strong", `受理编号 ${received}`)] : []),
    ...refused.map(({ field, reason }) => line("p", `${field}：${reason}`)),
  );
}

/** Text as text: whatever comes with a draft is never parsed as markup. */
function line(name, text) {
  return Object.assign(document.createElement(name), { textContent: text });
}
