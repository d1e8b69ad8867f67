namespace Dxtra.Klaviyo.Sandbox.Data;

/// <summary>An entry of the list of deleted profiles, where Klaviyo keeps the contact details as proof. Its pages show it, its API does not.</summary>
internal sealed record DeletedProfile
{
    public required string ProfileId { get; init; }

    public required string? Email { get; init; }

    public required string? PhoneNumber { get; init; }

    public required IReadOnlyList<string> SecondaryEmails { get; init; }

    public required DateTimeOffset DeletedAt { get; init; }

    /// <summary>What stands in what is kept where the address was: <c>redacted.{uuid}@example.com</c>.</summary>
    public required string RedactedEmail { get; init; }
}
