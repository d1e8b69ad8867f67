namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Something that became of a message of a channel; <paramref name="Count"/> is one of <see cref="MessageSteps.Counts"/>.</summary>
internal sealed record MessageStep(string Channel, string Count);
