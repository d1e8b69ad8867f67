namespace Dxtra.Functions.Embedded.Durable;

/// <summary>What a transaction calls for once it is committed. All of it can be found again in the tables at a start.</summary>
internal sealed class Effects
{
    /// <summary>Instances with something to deliver.</summary>
    public List<string> Ready { get; } = [];

    /// <summary>Instances to look at again at a time.</summary>
    public List<(string InstanceId, DateTime Due)> Wakes { get; } = [];

    public List<ActivityTask> Activities { get; } = [];

    /// <summary>Instances whose status is another one now.</summary>
    public List<string> Changed { get; } = [];
}
