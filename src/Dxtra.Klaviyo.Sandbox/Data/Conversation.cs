namespace Dxtra.Klaviyo.Sandbox.Data;

/// <param name="Id">A ULID.</param>
/// <param name="Channel"><c>sms</c>, <c>whatsapp</c> or <c>instagram</c>.</param>
internal sealed record Conversation(string Id, string Channel);
