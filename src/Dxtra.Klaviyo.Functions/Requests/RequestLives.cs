namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>Finds a request and how its kind takes a move.</summary>
internal sealed class RequestLives(IRequestStore requests, IEnumerable<IRequestLife> lives)
{
    public async Task<ChangeRequestResult> MoveAsync(
        string controller, string requestId, Func<IRequestLife, SubjectRequest, Task<ChangeRequestResult>> move, CancellationToken cancellationToken) =>
        await requests.FindAsync(controller, requestId, cancellationToken) is { } request
            ? await move(lives.Single(life => life.Kind == request.Kind), request)
            : new ChangeRequestResult.NoRequest();
}
