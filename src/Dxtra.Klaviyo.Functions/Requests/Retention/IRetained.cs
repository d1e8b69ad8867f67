namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>What a capability keeps of a person beside the request; each that keeps something registers its own.</summary>
internal interface IRetained
{
    RequestKind Kind { get; }

    /// <summary>Until when it is needed in clear, whatever the request's own retention; null: no longer.</summary>
    DateTimeOffset? NeededUntil(SubjectRequest request);

    /// <summary>Deletes what would say whom the request was about. A repeat does nothing.</summary>
    Task ForgetAsync(RequestWork work, CancellationToken cancellationToken);
}
