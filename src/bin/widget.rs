//! The widget as a module for the browser.

fn main() {
    zhice::ui::app::start();
}
