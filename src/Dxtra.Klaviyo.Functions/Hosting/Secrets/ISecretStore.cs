namespace Dxtra.Klaviyo.Functions.Hosting;

/// <summary>Where keys lie: nowhere else at rest. Names are made by us and hold no secret.</summary>
internal interface ISecretStore
{
    /// <summary>The value, or null when there is no secret of that name.</summary>
    Task<string?> FindAsync(string name, CancellationToken cancellationToken);

    /// <summary>Stores the value under the name, over an earlier one.</summary>
    Task SetAsync(string name, string value, CancellationToken cancellationToken);

    /// <summary>The value of that name; stores what <paramref name="create"/> makes when there is none. All callers get the same value.</summary>
    Task<string> GetOrAddAsync(string name, Func<string> create, CancellationToken cancellationToken);
}
