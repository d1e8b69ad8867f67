namespace Dxtra.Functions.Embedded.Durable;

internal sealed class ForeignAwaitException() : InvalidOperationException(
    "An orchestrator may await only tasks that its context gave it, and what is made of them (Task.WhenAll, Task.WhenAny). "
    + "This one awaited something else, such as Task.Delay, Task.Run or I/O, which no replay can repeat: put that into an activity.");
