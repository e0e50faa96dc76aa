// What a page may do with the events of the widget. They never say what was answered.

const list = document.querySelector("#events ol");

for (const name of ["ready", "step", "result", "export", "error"]) {
  document.addEventListener(`zhice:${name}`, ({ type, detail, target }) => {
    const line = document.createElement("li");
    line.textContent = `${target.getAttribute("track") ?? target.getAttribute("programme")} ${type} ${JSON.stringify(detail)}`;
    list.prepend(line);
  });
}
