namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>From one watermark to the next, so that what is counted by the time of taking effect is counted by one cycle.</summary>
/// <param name="Since">Inclusive; null: there is none before.</param>
/// <param name="Until">Exclusive.</param>
internal sealed record SyncSpan(DateTimeOffset? Since, DateTimeOffset Until)
{
    public bool Holds(DateTimeOffset time) => !(time < Since) && time < Until;
}
