using Dxtra.Klaviyo.Functions.Requests;
using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>
/// How long exports are kept: so many days from the last file that was put to them. A retry and a supplement start the time anew, for
/// the export and its supplements are whole together only.
/// </summary>
internal sealed class ExportRetention(IExportExpiryStore expiries, IExportStore exports, IOptions<AccessOptions> options, TimeProvider time)
{
    public DateTimeOffset EndFrom(DateTimeOffset start) => start.AddDays(options.Value.ExportLifetimeDays);

    /// <summary>When a request is over that has no exports, what it left goes as if it had.</summary>
    public DateTimeOffset EndOf(SubjectRequest request) =>
        request.ExpiresAt ?? EndFrom(request.CompletedAt ?? request.CreatedAt);

    /// <summary>Notes the request for the sweep. Before anything is gathered, so that a crash at any point leaves something to find.</summary>
    public Task NoteAsync(RequestWork work, CancellationToken cancellationToken) =>
        expiries.AddAsync(new(work.ControllerDid, work.RequestId, EndFrom(time.GetUtcNow())), cancellationToken);

    /// <summary>Files of an earlier run, or of the export that a supplement belongs to, live as long as the new ones.</summary>
    public Task RenewAsync(RequestWork work, CancellationToken cancellationToken) =>
        exports.RenewAllAsync(ExportNames.All(work), cancellationToken);
}
