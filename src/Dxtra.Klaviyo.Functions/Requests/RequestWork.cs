namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The input of every orchestration that works off a request: ids only, everything else is loaded.</summary>
/// <param name="ControllerDid">Whose request it is.</param>
/// <param name="ProcessorId">The Klaviyo account that it is about.</param>
/// <param name="RequestId">The request.</param>
/// <param name="Run">1 for the first work on it; a pick or a retry is another run.</param>
/// <param name="Look">0 for the work itself; the days after which it is looked at again.</param>
internal sealed record RequestWork(string ControllerDid, string ProcessorId, string RequestId, int Run = 1, int Look = 0)
{
    /// <summary>The id of the orchestration: that of the request, with the run from the second on, and the later look.</summary>
    public string InstanceId() => RequestId + (Run == 1 ? "" : $"-{Run}") + (Look == 0 ? "" : $"-look{Look}");
}
