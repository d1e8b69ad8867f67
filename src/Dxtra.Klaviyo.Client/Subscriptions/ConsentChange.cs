namespace Dxtra.Klaviyo.Client;

/// <summary>Whose consent changes, and on which channels. A channel that is not named stays as it is.</summary>
public abstract record ConsentChange
{
    private protected ConsentChange()
    {
    }

    /// <summary>Wanted for the e-mail channels. Without them Klaviyo may set it on the profile that it finds.</summary>
    public string? Email { get; init; }

    /// <summary>In E.164. Wanted for SMS and WhatsApp. Without them Klaviyo may set it on the profile that it finds.</summary>
    public string? PhoneNumber { get; init; }

    public ConsentChannels Channels { get; init; }

    /// <summary>Push marketing on these devices.</summary>
    public IReadOnlyList<PushDevice> PushDevices { get; init; } = [];

    /// <summary>The type alone: this is a person's data and does not belong in a log.</summary>
    public sealed override string ToString() => GetType().Name;
}
