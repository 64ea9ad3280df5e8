namespace Codecs;

/// <summary>What a message that is being written has written so far.</summary>
public struct BackReferences : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
