using System.Text.RegularExpressions;

namespace Dxtra.Klaviyo.Local.Storage;

/// <summary>Reads in Azurite's output where its services listen: it says so for each service as soon as that answers.</summary>
internal sealed partial class AzuriteListening
{
    private readonly Dictionary<string, Uri> _seen = [];
    private readonly TaskCompletionSource<AzuriteAddresses> _all = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when all three services answer.</summary>
    public Task<AzuriteAddresses> WaitAsync(CancellationToken ct) => _all.Task.WaitAsync(ct);

    public void Read(string line)
    {
        if (ListeningLine().Match(line) is not { Success: true } match)
            return;

        lock (_seen)
        {
            _seen[match.Groups["service"].Value] = new Uri(match.Groups["address"].Value);
            if (_seen.Count == 3)
                _all.TrySetResult(new AzuriteAddresses(_seen["Blob"], _seen["Queue"], _seen["Table"]));
        }
    }

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://\S+)$")]
    private static partial Regex ListeningLine();
}
