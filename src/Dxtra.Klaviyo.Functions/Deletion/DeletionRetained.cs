using Dxtra.Klaviyo.Functions.Requests;

namespace Dxtra.Klaviyo.Functions.Deletion;

/// <summary>The sealed working papers go, and the previews with them: they name Klaviyo's ids. Ledger, certificates and hashes stay.</summary>
internal sealed class DeletionRetained(ICaseFiles files) : IRetained
{
    public RequestKind Kind => RequestKind.Deletion;

    public DateTimeOffset? NeededUntil(SubjectRequest request) => null;

    public async Task ForgetAsync(RequestWork work, CancellationToken cancellationToken)
    {
        await files.DeleteAllAsync(CaseNames.Sealed(work), cancellationToken);
        await files.DeleteAllAsync(CaseNames.Previews(work), cancellationToken);
    }
}
