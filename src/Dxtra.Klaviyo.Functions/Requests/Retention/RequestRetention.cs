using Microsoft.Extensions.Options;

namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>How long a request says in clear whom it was about: so many days from its end.</summary>
internal sealed class RequestRetention(IRetentionStore store, IOptions<RequestsOptions> options)
{
    public DateTimeOffset EndFrom(DateTimeOffset start) => start.AddDays(options.Value.RetentionDays);

    /// <summary>Notes the request for the sweep; before it is stored, so that a crash at any point leaves something to find.</summary>
    public Task NoteAsync(SubjectRequest request, CancellationToken cancellationToken) =>
        store.AddAsync(new(request.ControllerDid, request.Id, EndFrom(request.CreatedAt)), cancellationToken);
}
