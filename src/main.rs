//! Mounts the app; nothing else.

fn main() {
    pixelbill::ui::start();
}
