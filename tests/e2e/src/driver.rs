//! The process that drives a browser: one for each browser, on a port of its own choice.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::Outcome;
use crate::folder::Folder;

/// What chromedriver says once it listens; the port follows.
const READY: &str = "started successfully on port ";

/// A running chromedriver; it ends when it is dropped.
pub struct Driver {
    process: Child,
    // The browser inherits this pipe; its processes must not find it closed.
    _said: BufReader<ChildStdout>,
    // Taken away last.
    _folder: Folder,
    port: u16,
}

impl Driver {
    /// Starts the chromedriver on PATH and waits until it listens.
    pub fn start() -> Outcome<Self> {
        let folder = Folder::make()?;
        let mut process = Command::new("chromedriver")
            .arg("--port=0")
            // Browser and driver leave a dozen folders each time.
            .env("TMPDIR", folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("chromedriver cannot be started: {error}. `cargo xtask setup` installs it."))?;
        let mut said = BufReader::new(process.stdout.take().ok_or("chromedriver has no output")?);
        let port = said
            .by_ref()
            .lines()
            .map_while(Result::ok)
            .find_map(|line| port_in(&line));
        match port {
            Some(port) => Ok(Self {
                process,
                _said: said,
                _folder: folder,
                port,
            }),
            None => {
                let _ = process.kill();
                Err("chromedriver ended without listening".into())
            }
        }
    }

    /// Where it takes commands.
    #[must_use]
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // The browser was closed before; this process has nothing left to lose.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn port_in(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once(READY)?;
    rest.trim_end_matches('.').trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::port_in;

    #[test]
    fn the_port_is_read_from_the_line_that_has_it() {
        assert_eq!(
            port_in("ChromeDriver was started successfully on port 38713."),
            Some(38713)
        );
        assert_eq!(port_in("Only local connections are allowed."), None);
    }
}
