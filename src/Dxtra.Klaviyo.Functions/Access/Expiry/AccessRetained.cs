using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>An access request is remembered as long as its exports: they and what was gathered for them go by <see cref="ExportSweepHandler"/>.</summary>
internal sealed class AccessRetained(ExportRetention retention) : IRetained
{
    public RequestKind Kind => RequestKind.Access;

    public DateTimeOffset? NeededUntil(SubjectRequest request) => request.ExpiredAt is null ? retention.EndOf(request) : null;

    public Task ForgetAsync(RequestWork work, CancellationToken cancellationToken) => Task.CompletedTask;
}
