namespace Dxtra.Klaviyo.Client;

/// <summary>The order asked for. Klaviyo does not always keep to it.</summary>
public enum ProfileSort
{
    None,
    OldestUpdateFirst,
    NewestUpdateFirst,
    OldestFirst,
    NewestFirst,
}
