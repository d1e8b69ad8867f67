namespace Dxtra.Klaviyo.Functions.Consent;

/// <summary>
/// The body that a customer pastes into a flow's webhook action: ids and times alone, no name and no address, so that little can break
/// the JSON and nothing more leaves Klaviyo than is needed. A value that a flow does not have comes out empty.
/// </summary>
internal static class FlowTemplate
{
    /// <summary>Stands for the topic, of which each flow has one.</summary>
    public const string TopicPlace = "TOPIC";

    public const string Body = """
        {
          "topic": "TOPIC",
          "profile": "{{ person.KlaviyoID }}",
          "event": "{{ event|lookup:'$event_id'|default:'' }}",
          "at": "{{ event|lookup:'$timestamp'|default:'' }}",
          "list": "{{ event|lookup:'List'|default:'' }}",
          "method": "{{ event|lookup:'Method'|default:'' }}",
          "bounce": "{{ event|lookup:'Bounce Type'|default:'' }}"
        }
        """;
}
