// Starts Azurite and ends it when standard input closes. The launcher holds the other end of that pipe, so Azurite
// ends with the launcher however the launcher ended: the operating system closes the pipe even after a kill.
import process from "node:process";

const patience = 5000;

const stop = () => {
  // With Azurite's own handler in place this saves what is in memory to disk; before that there is nothing to save.
  if (!process.emit("SIGTERM")) process.exit(0);
  setTimeout(() => process.exit(0), patience).unref();
};

process.stdin.on("end", stop).on("error", stop).resume();

await import("azurite/dist/src/azurite.js");
