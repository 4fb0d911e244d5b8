//! The process that drives a browser: one for each browser, on a port of its own choice.

use std::io::{self, BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, Stdio};
use std::thread;

use crate::folder::Folder;
use crate::{Kind, Outcome};

/// A running chromedriver or geckodriver; it ends when it is dropped.
pub struct Driver {
    process: Child,
    // Taken away last.
    _folder: Folder,
    port: u16,
}

impl Driver {
    /// Starts the driver of a browser of this kind and waits until it listens.
    pub fn start(kind: Kind) -> Outcome<Self> {
        // The port that it found free may be another program's by the time it listens; then it ends.
        for _ in 0..2 {
            if let Some(driver) = Self::start_once(kind)? {
                return Ok(driver);
            }
        }
        Err(format!("{kind}'s driver ended twice without listening").into())
    }

    /// None when it ended without listening.
    fn start_once(kind: Kind) -> Outcome<Option<Self>> {
        let folder = Folder::make()?;
        let (program, options) = program(kind);
        let mut process = Command::new(program)
            .args(options)
            // Browser and driver leave a dozen folders each time.
            .env("TMPDIR", folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("{program} cannot be started: {error}. `cargo xtask setup` installs it."))?;
        let mut said = BufReader::new(process.stdout.take().ok_or("the driver has no output")?);
        let port = said
            .by_ref()
            .lines()
            .map_while(Result::ok)
            .find_map(|line| port_in(&line, kind));
        match port {
            Some(port) => {
                // The browser inherits this pipe; its processes must find it neither closed nor full.
                thread::spawn(move || io::copy(&mut said, &mut io::sink()));
                Ok(Some(Self {
                    process,
                    _folder: folder,
                    port,
                }))
            }
            None => {
                let _ = process.kill();
                let _ = process.wait();
                Ok(None)
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

fn program(kind: Kind) -> (&'static str, &'static [&'static str]) {
    match kind {
        Kind::Chromium => ("chromedriver", &["--port=0"]),
        // What Firefox asked for and complained about is told to its own scripts only.
        Kind::Firefox => ("geckodriver", &["--port=0", "--allow-system-access"]),
    }
}

/// The port in the line that says that the driver listens.
fn port_in(line: &str, kind: Kind) -> Option<u16> {
    let before = match kind {
        Kind::Chromium => "started successfully on port ",
        Kind::Firefox => "Listening on 127.0.0.1:",
    };
    let (_, rest) = line.split_once(before)?;
    rest.trim_end_matches('.').trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::port_in;
    use crate::Kind;

    #[test]
    fn the_port_is_read_from_the_line_that_has_it() {
        let chromium = |line| port_in(line, Kind::Chromium);
        assert_eq!(
            chromium("ChromeDriver was started successfully on port 38713."),
            Some(38713)
        );
        assert_eq!(chromium("Only local connections are allowed."), None);
        let firefox = |line| port_in(line, Kind::Firefox);
        assert_eq!(
            firefox("1795528132755\tgeckodriver\tINFO\tListening on 127.0.0.1:40349"),
            Some(40349)
        );
    }
}
