namespace Dxtra.Klaviyo.Client;

/// <summary>What a key lacks, as far as Klaviyo's words tell.</summary>
public enum KlaviyoPermissionProblem
{
    Unknown,

    /// <summary>The key was made without the scope. Scopes of a key cannot be changed: the account needs a new key.</summary>
    MissingScope,

    /// <summary>The account's plan does not include the feature.</summary>
    PlanLacksFeature,
}
