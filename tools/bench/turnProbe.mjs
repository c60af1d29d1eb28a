// Loaded before a program: measures the turns of its event loop, and answers its starter which was
// the longest since it was asked last.
const sum = (usage = process.threadCpuUsage()) => (usage.user + usage.system) / 1000;
let used = sum();
let at = performance.now();
let longest = { processorTime: 0, elapsed: 0 };

// With the loop idle, a turn begins each millisecond.
setInterval(() => {
  const [usedNow, now] = [sum(), performance.now()];
  longest = {
    processorTime: Math.max(longest.processorTime, usedNow - used),
    elapsed: Math.max(longest.elapsed, now - at),
  };
  [used, at] = [usedNow, now];
}, 1).unref();
process.on('message', (message) => {
  if (message !== 'longest turn') return;
  process.send?.(longest);
  longest = { processorTime: 0, elapsed: 0 };
});
process.channel?.unref();
