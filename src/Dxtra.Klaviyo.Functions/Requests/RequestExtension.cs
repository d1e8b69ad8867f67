namespace Dxtra.Klaviyo.Functions.Requests;

/// <summary>The extension of a request's deadline.</summary>
/// <param name="At">When it was asked for.</param>
/// <param name="Actor">By whom.</param>
/// <param name="DueBefore">The deadline as it was.</param>
/// <param name="ReasonCipherText">Why, made by <see cref="SubjectCipher"/>: it may name people.</param>
internal sealed record RequestExtension(DateTimeOffset At, string Actor, DateTimeOffset DueBefore, string ReasonCipherText);
