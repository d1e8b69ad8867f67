namespace Dxtra.Klaviyo.Functions.Access;

/// <summary>Knows how some categories of a profile are read. A new one is a new reader and a name in <see cref="Reads"/>.</summary>
internal interface IPartReader
{
    /// <summary>One of <see cref="Reads"/>.</summary>
    string Read { get; }

    /// <summary>The operation of Klaviyo's API that is asked, by its official id.</summary>
    string Operation { get; }

    /// <summary>Reads every row of its categories into <paramref name="reading"/>; throws what the client throws.</summary>
    Task ReadAsync(PartReading reading, CancellationToken cancellationToken);
}
