using System.Globalization;
using Azure;

namespace Dxtra.Klaviyo.Functions.Tests;

internal sealed class FakeInboxDoors : IInboxDoors
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Controller, string ProcessorId), InboxDoor> _doors = [];
    private int _version;

    public Task<InboxDoor> ReadAsync(string controller, string processorId, CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult(_doors.GetValueOrDefault((controller, processorId)) ?? new(controller, processorId, false, 0, DateTimeOffset.MinValue));
    }

    public Task<InboxDoor?> TryWriteAsync(InboxDoor door, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if ((_doors.GetValueOrDefault((door.ControllerDid, door.ProcessorId))?.Version ?? default) != door.Version)
                return Task.FromResult<InboxDoor?>(null);
            var written = door with { Version = new ETag((++_version).ToString(CultureInfo.InvariantCulture)) };
            _doors[(door.ControllerDid, door.ProcessorId)] = written;
            return Task.FromResult<InboxDoor?>(written);
        }
    }
}
