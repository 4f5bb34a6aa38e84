<?php
/**
 * Open Journal Systems 3.4 and newer: checks the Pith document of an article in the reader's browser.
 *
 * Put this folder into plugins/generic/ and the folder dist/element of a build into it, as `element`; enable the plugin.
 * The document is a galley of the article with the label "Pith" and a genre that is supplementary.
 */

namespace APP\plugins\generic\pithVerifier;

use APP\core\Application;
use PKP\plugins\GenericPlugin;
use PKP\plugins\Hook;

class PithVerifierPlugin extends GenericPlugin
{
    /** The label of the galley that holds the document. */
    public const LABEL = 'Pith';

    public function register($category, $path, $mainContextId = null)
    {
        $success = parent::register($category, $path, $mainContextId);
        if ($success && $this->getEnabled($mainContextId)) {
            Hook::add('Templates::Article::Main', [$this, 'show']);
        }
        return $success;
    }

    public function getDisplayName()
    {
        return 'Pith verifier';
    }

    public function getDescription()
    {
        return 'Checks the Pith document of an article in the reader\'s browser. It is the galley with the label "Pith".';
    }

    /** Puts the badge below the abstract of an article that has such a galley. */
    public function show($hookName, $params)
    {
        $template = $params[1];
        $output = &$params[2];
        $galleys = $template->getTemplateVars('supplementaryGalleys') ?: [];
        $ours = array_filter($galleys, fn ($galley) => $galley->getLabel() === self::LABEL);
        if ($ours !== []) {
            $template->assign([
                'pithGalley' => reset($ours),
                'pithScript' => Application::get()->getRequest()->getBaseUrl() . '/' . $this->getPluginPath() . '/element/pith-element.js',
            ]);
            $output .= $template->fetch($this->getTemplateResource('article.tpl'));
        }
        return false;
    }
}
