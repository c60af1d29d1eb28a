// Loaded first into every part that `npm start` runs: a part stops itself when the supervisor is
// gone, however that ended, so that a killed supervisor leaves nothing behind that holds ports or
// works on.
if (process.channel) {
  process.once('disconnect', () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 10_000).unref();
  });
  process.channel.unref();
}
