// Loaded first into every part that `npm start` runs: a part stops when the supervisor is gone, so
// that a killed supervisor leaves no process behind.
if (process.channel) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 10_000).unref();
  });
  process.channel.unref();
}
