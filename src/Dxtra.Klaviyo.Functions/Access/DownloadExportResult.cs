using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

internal abstract record DownloadExportResult
{
    private DownloadExportResult()
    {
    }

    public sealed record Ready(Uri Link) : DownloadExportResult;

    public sealed record NoRequest : DownloadExportResult;

    /// <summary>The request has no export in this format.</summary>
    public sealed record NoFormat(IReadOnlyList<string> Available) : DownloadExportResult;

    /// <summary>The request has no supplement of this number.</summary>
    public sealed record NoSupplement(int Supplements) : DownloadExportResult;

    /// <summary>The exports had their time and are gone, or are about to go.</summary>
    public sealed record Expired(DateTimeOffset At) : DownloadExportResult;

    /// <summary>The request is not completed, so there is no export yet, or there never will be.</summary>
    public sealed record NotReady(RequestStatus Status) : DownloadExportResult;
}
