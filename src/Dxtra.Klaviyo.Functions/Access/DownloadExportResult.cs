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

    /// <summary>The request is not completed, so there is no export yet, or there never will be.</summary>
    public sealed record NotReady(RequestStatus Status) : DownloadExportResult;
}
