namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>
/// What an activity that asks Klaviyo gives back: its output, or after how many seconds it is worth another try. Having to wait is no
/// fault, so it is a value: it uses up no attempt and no patience. See <see cref="Patience"/>.
/// </summary>
internal sealed record OrLater<T>(T? Output, int? Seconds);
