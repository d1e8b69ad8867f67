namespace Dxtra.Klaviyo.Client;

/// <summary>The order asked for, by the time of the event. Equal seconds come in no order of arrival.</summary>
public enum EventSort
{
    None,
    OldestFirst,
    NewestFirst,
}
