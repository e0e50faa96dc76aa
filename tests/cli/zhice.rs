//! The command in a folder of its own, and what it did there.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

/// A small made-up pack with a fact of every type.
pub const SAMPLE: &str = include_str!("../packs/good/sample.json");

/// Answers under which everything on the sample's track `apply` is settled.
pub const SETTLED: &str = r#"{
  "body.plan": true,
  "body.site": "park",
  "body.services": ["transfer", "search"],
  "body.share": 51.25,
  "body.area": "80.5",
  "body.staff": 15,
  "body.courses": 3,
  "body.public_courses": true,
  "body.progress": "done",
  "body.income": 1200000,
  "body.address": "示例路 1 号",
  "body.founded": "2018-06-30"
}"#;

/// A run to be.
pub struct Zhice {
    folder: TempDir,
    args: Vec<String>,
    stdin: String,
}

/// A run that ended as expected.
pub struct Ran {
    pub stdout: String,
    stderr: String,
}

impl Zhice {
    pub fn new() -> Self {
        Self { folder: TempDir::new().expect("a temporary folder"), args: Vec::new(), stdin: String::new() }
    }

    /// A verb on the track `apply` of the sample pack, as of a day within its term.
    pub fn on_sample(verb: &str) -> Self {
        Self::new().file("sample.json", SAMPLE).args([verb, "--pack", "sample.json", "--track", "apply"])
    }

    /// The same for a verb that takes answers.
    pub fn with_answers(verb: &str, answers: &str) -> Self {
        let day = ["--answers", "answers.json", "--as-of", "2020-10-01"];
        Self::on_sample(verb).file("answers.json", answers).args(day)
    }

    pub fn args<S: Into<String>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.args.extend(args.into_iter().map(Into::into));
        self
    }

    pub fn stdin(mut self, text: &str) -> Self {
        text.clone_into(&mut self.stdin);
        self
    }

    /// Puts a file into the folder the command runs in.
    pub fn file(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.folder.path().join(name), content).expect("a file in the temporary folder");
        self
    }

    /// What a file of the folder holds.
    #[track_caller]
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.folder.path().join(name)).expect("a file in the temporary folder")
    }

    /// Lets a shell do what a person would type, in the folder, with the command on its path.
    #[track_caller]
    pub fn shell(&self, script: &str) {
        let program = Path::new(env!("CARGO_BIN_EXE_zhice"));
        let folders = program.parent().into_iter().map(Path::to_path_buf);
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths(folders.chain(std::env::split_paths(&path))).expect("a search path");
        let output = Command::new("sh")
            .args(["-ec", script])
            .current_dir(self.folder.path())
            .env("PATH", path)
            .env("HOME", self.folder.path())
            .stdin(Stdio::null())
            .output()
            .expect("a shell");
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && stderr.is_empty(), "{script}\n{}\n{stderr}", output.status);
    }

    pub fn start(&self) -> Child {
        Command::new(env!("CARGO_BIN_EXE_zhice"))
            .args(&self.args)
            .current_dir(self.folder.path())
            // Help is set for the width of the terminal.
            .env_remove("COLUMNS")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the command starts")
    }

    /// Runs it. Complaints go with exit 2, and with nothing else; each can be had in Chinese.
    #[track_caller]
    pub fn exits(mut self, code: i32) -> Ran {
        let ran = self.run(code);
        if code == 2 && !self.args.iter().any(|one| one == "--lang") {
            self.args.extend(["--lang", "zh"].map(ToOwned::to_owned));
            is_in_chinese(&self.run(code).stderr, &self.args);
        }
        ran
    }

    #[track_caller]
    fn run(&self, code: i32) -> Ran {
        let mut child = self.start();
        let fed = child.stdin.take().expect("a pipe").write_all(self.stdin.as_bytes());
        let output = child.wait_with_output().expect("the command ends");
        let stdout = String::from_utf8(output.stdout).expect("output in UTF-8");
        let stderr = String::from_utf8(output.stderr).expect("complaints in UTF-8");
        assert_eq!(output.status.code(), Some(code), "{:?}\n{stdout}\n{stderr}", self.args);
        assert_eq!(stderr.is_empty(), code != 2, "{:?}\n{stderr}", self.args);
        // A command that refuses its arguments does not stay to read.
        assert!(fed.is_ok() || code == 2, "{:?} did not read its input", self.args);
        Ran { stdout, stderr }
    }

    /// Runs it, to be refused with these lines and nothing on standard output.
    #[track_caller]
    pub fn refused(self, lines: &[&str]) {
        self.exits(2).stdout("").complains(lines);
    }
}

impl Ran {
    #[track_caller]
    pub fn stdout(self, expected: &str) -> Self {
        assert_eq!(self.stdout, expected);
        self
    }

    #[track_caller]
    pub fn stdout_has(self, part: &str) -> Self {
        assert!(self.stdout.contains(part), "no `{part}` in\n{}", self.stdout);
        self
    }

    /// Standard output as JSON.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error} in\n{}", self.stdout))
    }

    /// The JSON at a pointer.
    #[track_caller]
    pub fn stdout_json(self, pointer: &str, expected: &Value) -> Self {
        let json = self.json();
        assert_eq!(json.pointer(pointer), Some(expected), "at `{pointer}` in\n{}", self.stdout);
        self
    }

    /// The complaints, without the name of the command that begins each line.
    #[track_caller]
    pub fn complains(self, lines: &[&str]) -> Self {
        let said: Vec<&str> = self.stderr.lines().map(|line| line.strip_prefix("zhice: ").unwrap_or(line)).collect();
        assert_eq!(said, lines);
        assert_eq!(self.stderr.matches("zhice: ").count(), lines.len(), "each line begins with the name");
        self
    }

    #[track_caller]
    pub fn complains_of(self, part: &str) -> Self {
        assert!(self.stderr.contains(part), "no `{part}` in\n{}", self.stderr);
        self
    }

    /// Standard output, letter by letter, against a file in `golden` that `cargo xtask bless` renews.
    #[track_caller]
    pub fn golden(self, name: &str) -> Self {
        self.same_as(&format!("tests/cli/golden/{name}"))
    }

    /// The same against any file of the project.
    #[track_caller]
    pub fn same_as(self, name: &str) -> Self {
        let file: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
        if std::env::var("ZHICE_BLESS").is_ok_and(|bless| bless == "1") {
            fs::write(&file, &self.stdout).expect("a golden file");
            return self;
        }
        let golden = fs::read_to_string(&file).unwrap_or_default();
        let differs = golden.lines().zip(self.stdout.lines()).position(|(golden, now)| golden != now);
        let line = differs.unwrap_or_else(|| golden.lines().count().min(self.stdout.lines().count()));
        let at = |text: &str| text.lines().nth(line).unwrap_or("(no such line)").to_owned();
        assert!(
            golden == self.stdout,
            "{name} differs at line {}; `cargo xtask bless` takes it over\n  golden: {}\n  now:    {}",
            line + 1,
            at(&golden),
            at(&self.stdout)
        );
        self
    }
}

/// Whether each complaint is said in Chinese: what is not code, quoted, typed, the name of a file or an option has no
/// English.
#[track_caller]
fn is_in_chinese(stderr: &str, typed: &[String]) {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    for line in stderr.lines() {
        let said = line.strip_prefix("zhice: ").unwrap_or(line);
        assert!(said.contains(is_han), "not in Chinese: {line}");
        let prose = said.split(['`', '“', '”']).step_by(2).collect::<Vec<_>>().join(" ");
        let words = prose.split(|c: char| !(c.is_ascii_alphanumeric() || "-_./\\<>".contains(c)));
        let mut words = words.filter(|word| word.len() > 1 && word.chars().all(|c| c.is_ascii_lowercase()));
        let is_known = |word: &str| ["true", "false"].contains(&word) || typed.iter().any(|one| one == word);
        let english = words.find(|word| !is_known(word));
        assert_eq!(english, None, "English in the Chinese: {line}");
    }
}
