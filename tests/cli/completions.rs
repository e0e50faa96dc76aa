//! `zhice completions`.

use crate::zhice::Zhice;

#[test]
fn every_shell_has_its_script() {
    for (shell, part) in [
        ("bash", "complete -F _zhice"),
        ("zsh", "#compdef zhice"),
        ("fish", "complete -c zhice"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "set edit:completion:arg-completer[zhice]"),
    ] {
        Zhice::new().args(["completions", shell]).exits(0).stdout_has(part).stdout_has("answers").stdout_has("verify");
    }
}

#[test]
fn a_shell_there_is_not() {
    Zhice::new().args(["completions", "tcsh"]).refused(&["no such value `tcsh`, <SHELL>, did you mean zsh?"]);
}
